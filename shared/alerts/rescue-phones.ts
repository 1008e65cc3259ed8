import type { RescuePhone, Rescuer } from './rescue.ts'

/**
 * What a county may change: rows of `rescue_phones`, and what every county begins with. Gas companies have no number in common; the phone
 * has these at hand before the service has answered.
 */
export const commonRescuePhones: readonly RescuePhone[] = [
  { rescuer: 'fire', title: '火警', phone: '119' },
  { rescuer: 'medical', title: '急救', phone: '120' },
  { rescuer: 'police', title: '报警', phone: '110' },
  { rescuer: 'power', title: '供电抢修', phone: '95598' },
]

/** A company may be slow to answer; the fire brigade comes for gas and live wires, too. */
const besides: Partial<Record<Rescuer, Rescuer>> = { gas: 'fire', power: 'fire' }

/** Whom to ring, the one who helps most first. */
export const phonesFor = (rescuer: Rescuer, phones: readonly RescuePhone[]): RescuePhone[] =>
  [rescuer, besides[rescuer]].flatMap(wanted => phones.filter(it => it.rescuer === wanted))

import type { Someone, World } from './world.ts'

/** Everybody who could want something of the town, by what he is to it. */
export const cast = [
  'nobody',
  'reporter',
  'joiner',
  'stranger',
  'worker',
  'worker-mate',
  'worker-next-grid',
  'worker-next-village',
  'worker-next-town',
  'lead',
  'lead-next-village',
  'officer',
  'officer-next-town',
  'supervisor',
  'partner',
  'partner-other',
  'chief',
  'admin',
  'adviser',
  'justice',
  'justice-next-town',
] as const
export type Who = (typeof cast)[number]

export type Cast = Partial<Record<Who, Someone>>

/** Everybody of the cast signed in; the reporter has left her phone number. */
export const signInAll = async (world: World): Promise<Cast> => {
  const people: Cast = {}
  for (const who of cast) if (who !== 'nobody') people[who] = await world.someone(who)
  await people.reporter?.call('bindPhone', { code: world.wechat.control.registerPhoneCode('reporter', '13800138000') })
  return people
}

/** Who holds which places. */
export const townships: Record<string, Who[]> = {
  t001: ['officer'],
  t002: ['officer-next-town'],
  t001v1: [],
  d001: [],
  nowhere: [],
}
export const justices: Record<string, Who[]> = {
  t001: ['justice'],
  t002: ['justice-next-town'],
  t001v1: [],
  nowhere: [],
}

import type { ReportState } from '@huiyin/shared/reports/report-states.ts'
import { stateNames, stepOf } from '@huiyin/shared/reports/report-states.ts'
import type { IconName } from '../core/components/icon.tsx'
import type { Tone } from '../core/components/tag.tsx'
import { dueWords } from './card-words.ts'
import { staffCardWords, staffStates } from './staff-card-words.ts'

type Label = { icon: IconName; words: string; tone: Tone }

const looks: Record<ReportState, [IconName, Tone]> = {
  filed: ['clock', 'wait'],
  returned: ['pass', 'wait'],
  reopened: ['refresh', 'wait'],
  accepted: ['check', 'going'],
  working: ['tool', 'going'],
  dispatched: ['van', 'going'],
  resolved: ['eye', 'wait'],
  closed: ['check', 'still'],
  withdrawn: ['undo', 'still'],
}

/** What the running clock of a state is for, as residents or the staff say it; closed matters have none. */
export const dueOf = (state: ReportState, staff = false) => {
  if (state === 'resolved') return dueWords.confirm
  if (stepOf[state] > 0) return dueWords.resolve
  return staff ? staffCardWords.accept : dueWords.accept
}

/** How a state looks and what it is called by residents or by the staff. */
export const stateLabel = (state: ReportState, staff = false): Label => {
  const [icon, tone] = looks[state]
  return { icon, tone, words: (staff && staffStates[state]) || stateNames[state] }
}

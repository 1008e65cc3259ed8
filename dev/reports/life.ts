import type { NumberedCalendar } from '@huiyin/shared/core/working-time.ts'
import { type Level, levelAbove } from '@huiyin/shared/grids/area.ts'
import { nextState } from '@huiyin/shared/matters/offered.ts'
import {
  confirmClock,
  escalatedClock,
  type Stage,
  type Terms,
  waitingClock,
  workingClock,
} from '@huiyin/shared/reports/report-clock.ts'
import type { ReportKind, Urgency } from '@huiyin/shared/reports/report-kinds.ts'
import { reportLife } from '@huiyin/shared/reports/report-life.ts'
import { isOpen, type ReportEvent, type ReportState } from '@huiyin/shared/reports/report-states.ts'
import type { UnitId } from '../town/words.ts'
import type { Staff, Town } from './staff.ts'

/** What does not change in a matter's life. */
export type Filing = {
  id: string
  reporterId: string
  words: string | null
  kind: ReportKind
  urgency: Urgency
  urgencyRule: string
  gridId: string
  buildingId: string
  place: string
  createdAt: Date
  acceptBy: Date
  resolveBy: Date
}

export type Step = {
  id: string
  seq: number
  event: ReportEvent
  state: ReportState
  level: Level
  ownerId: string
  actorId: string | null
  actor: string
  words: string | null
  staffOnly: boolean
  dueAt: Date | null
  at: Date
  /** How many photos belong to it. */
  photos: number
}

/** A matter with its history so far. */
export type Life = {
  filing: Filing
  state: ReportState
  level: Level
  ownerId: string
  unitId: UnitId | null
  dueAt: Date | null
  dueFor: Stage | null
  returns: number
  reopens: number
  joiners: { id: string; at: Date }[]
  steps: Step[]
}

/** Something that somebody does to a matter. */
export type Act = {
  id: string
  event: ReportEvent
  at: Date
  by: Staff | null
  words?: string | undefined
  staffOnly?: boolean
  photos?: number
  unitId?: UnitId
}

export type Rules = { terms: Record<Urgency, Terms>; calendar: NumberedCalendar }

/** What each event changes besides the state: the same rules as the verbs of the API. */
const changes: Record<ReportEvent, (life: Life, act: Act, town: Town, rules: Rules) => Partial<Life>> = {
  file: (life, act, _, rules) => waitingClock(situation(life, act, rules)),
  join: (life, act) => ({ joiners: [...life.joiners, { id: act.by?.id ?? '', at: act.at }] }),
  note: () => ({}),
  accept: (life, act, _, rules) => ({ ownerId: act.by?.id ?? '', ...workingClock(situation(life, act, rules)) }),
  start: () => ({}),
  return: (life, act, town, rules) => ({
    ...oneUp(life, town),
    unitId: null,
    returns: life.returns + 1,
    ...waitingClock(situation(life, act, rules), life.dueAt),
  }),
  assign: (life, act, town, rules) => ({
    ownerId: town.ownerAt('grid', life.filing.gridId).id,
    unitId: null,
    ...waitingClock(situation(life, act, rules), life.dueAt),
  }),
  dispatch: (life, act, _, rules) => ({
    unitId: act.unitId ?? null,
    ...(life.dueFor === 'climb' ? {} : workingClock(situation(life, act, rules))),
  }),
  finish: () => ({}),
  resolve: (life, act, _, rules) => confirmClock(situation(life, act, rules)),
  confirm: () => stopped,
  reopen: (life, act, town, rules) => ({
    ...oneUp(life, town),
    unitId: null,
    reopens: life.reopens + 1,
    ...waitingClock(situation(life, act, rules)),
  }),
  withdraw: () => stopped,
  climb: (life, act, town, rules) => ({ ...oneUp(life, town), ...escalatedClock(situation(life, act, rules)) }),
  lapse: () => stopped,
  // What follows a closing, and supervision, the demo leaves to its visitors.
  supervise: () => ({}),
  visit: () => ({}),
  ask: () => ({}),
  still: () => ({}),
  recur: () => ({}),
  remind: () => ({}),
  days: () => ({}),
}

const stopped = { dueAt: null, dueFor: null }

const oneUp = (life: Life, town: Town): Partial<Life> => {
  if (life.level === 'district') return {}
  const level = levelAbove(life.level)
  return { level, ownerId: town.ownerAt(level, life.filing.gridId).id }
}

const situation = ({ filing }: Life, act: Act, { terms, calendar }: Rules) => ({
  now: act.at,
  resolveBy: filing.resolveBy,
  terms: terms[filing.urgency],
  calendar,
})

/** A matter at the moment of filing. */
export const begin = (filing: Filing, act: Act, town: Town, rules: Rules): Life => {
  const owner = town.ownerAt('grid', filing.gridId)
  const life: Life = {
    filing,
    state: 'filed',
    level: 'grid',
    ownerId: owner.id,
    unitId: null,
    ...stopped,
    returns: 0,
    reopens: 0,
    joiners: [],
    steps: [],
  }
  return record({ ...life, ...changes.file(life, act, town, rules) }, act)
}

/** The life after one more act. Throws when the table of moves does not know it: no impossible history gets in. */
export const apply = (life: Life, act: Act, town: Town, rules: Rules): Life => {
  const state = act.event === 'file' ? undefined : nextState(reportLife, life.state, act.event)
  if (!state) throw new Error(`${act.event} is impossible in state ${life.state}`)
  return record({ ...life, ...changes[act.event](life, act, town, rules), state }, act)
}

const record = (life: Life, { id, event, at, by, words, staffOnly = false, photos = 0 }: Act): Life => {
  const { state, level, ownerId, dueAt, steps } = life
  const told = { actorId: by?.id ?? null, actor: by?.shown ?? '系统', words: words ?? null, staffOnly, photos }
  return { ...life, steps: [...steps, { id, seq: steps.length, event, state, level, ownerId, dueAt, at, ...told }] }
}

/** What the clock does on its own up to a moment: climbs what is late, closes what nobody answered. */
export const letClockStrike = (life: Life, until: Date, newId: () => string, town: Town, rules: Rules): Life => {
  let it = life
  while (isOpen(it.state) && it.dueAt && it.dueAt <= until)
    it = apply(
      it,
      { id: newId(), event: it.state === 'resolved' ? 'lapse' : 'climb', at: it.dueAt, by: null },
      town,
      rules,
    )
  return it
}

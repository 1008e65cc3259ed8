import type { Address } from '../core/address.ts'
import { shortTime } from './shanghai-time.ts'

/** What an alert may be filled with. Never a resident's words, name or phone: these texts leave the house. */
export type AlertFill = {
  number: string
  kind: string
  place: string
  level?: string | undefined
  /** The next deadline, ISO 8601. */
  dueAt?: string | undefined
  by?: string | undefined
}

/** `now`: when it is read. */
export type Telling = AlertFill & { now: Date }

/** Message templates of the WeChat account; their ids and field keys are configuration. */
export const templates = ['task', 'overdue', 'progress', 'done'] as const
export type Template = (typeof templates)[number]

export type Kind = {
  title: string
  text: (telling: Telling) => string
  /** Phrase of at most five characters for the message template. */
  phrase: string
  /** The mini-program's page that it opens, with the matter's id. */
  page: Pick<Address, 'path'>
  template: Template | null
  /** Somebody must answer it: silence climbs the ladder. */
  calls?: true
  /** Not even which matter it is may stand beside it. */
  namesNothing?: true
}

export const due = ({ dueAt, now }: Telling) => (dueAt ? shortTime(new Date(dueAt), now) : '时限')

/** Codes of the kinds, as they are stored, and what they say. */
export type Kinds = Readonly<Record<string, Kind>>

const known = new Map<string, Kind>()

/** The rooms above bring theirs before anything is told. */
export const knowKinds = (kinds: Kinds): void => {
  for (const [code, kind] of Object.entries(kinds)) known.set(code, kind)
}

/** Throws for a code that no room has brought. */
export const kindOf = (code: string): Kind => {
  const kind = known.get(code)
  if (!kind) throw new Error(`no room has brought the alert ${code}`)
  return kind
}

/** Codes of the kinds whose silence climbs the ladder. */
export const callingKinds = (): string[] => [...known].filter(([, { calls }]) => calls).map(([code]) => code)

/** Mini-program page that an alert opens. */
export const alertPage = (code: string, matterId: string) => `${kindOf(code).page.path}?id=${matterId}`

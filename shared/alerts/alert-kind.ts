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

/** Message templates of the WeChat account; their ids and field keys are configuration. */
export const templates = ['task', 'overdue', 'progress', 'done'] as const
export type Template = (typeof templates)[number]

export type Kind = {
  title: string
  text: (fill: AlertFill) => string
  /** Phrase of at most five characters for the message template. */
  phrase: string
  /** Folder of the mini-program's page that it opens. */
  page: string
  template: Template | null
  /** Somebody must answer it: silence climbs the ladder. */
  calls?: true
}

export const due = ({ dueAt }: AlertFill) => (dueAt ? shortTime(new Date(dueAt)) : '时限')

export const show = 'reports/pages/show'
export const handle = 'reports/pages/handle'

import type { DueAlert } from '@huiyin/db/alerts/delivery-queries.ts'
import { patience } from '@huiyin/shared/alerts/alert-limits.ts'

/** What became of one attempt: handed over, to be tried again, given up for this person, or a mistake of ours. */
export type Outcome =
  | { is: 'sent'; msgid: string }
  | { is: 'later'; code: string; afterSeconds: number }
  | { is: 'failed'; code: string; spent: boolean }
  | { is: 'dead'; code: string }

/**
 * What an error code means. `passing`: try again soon · `crowded`: another message to this person, or in this second: try again at once · `minute-full`, `day-full`: wait for the next window · `unsure`:
 * nobody knows whether it arrived · `unreachable`: this channel does not reach this person · `spent`: and no permit is
 * left either · `ours`: a mistake of ours, for the operator. What is not in a table is `ours`.
 */
export type ErrorClass =
  | 'passing'
  | 'crowded'
  | 'minute-full'
  | 'day-full'
  | 'unsure'
  | 'unreachable'
  | 'spent'
  | 'ours'
export type ErrorClasses = Readonly<Record<string, ErrorClass>>

/** The same for every platform of WeChat. Source: the error codes of its server interfaces. */
const common: ErrorClasses = {
  '-1': 'passing',
  '40001': 'passing',
  '40014': 'passing',
  '42001': 'passing',
  '45009': 'day-full',
  http: 'passing',
  'too-fast': 'passing',
  network: 'passing',
  garbled: 'passing',
  'no-token': 'passing',
  timeout: 'unsure',
  reset: 'unsure',
  crash: 'unsure',
}
/** Where a platform drops the same message to the same person, what is unsure may be sent again. */
const repeatable = { timeout: 'passing', reset: 'passing', crash: 'passing' } as const

/** The platform was away, or we were: others of the same channel had the same trouble. */
export const awayCodes = [
  '-1',
  '40001',
  '40014',
  '42001',
  'http',
  'network',
  'garbled',
  'no-token',
  'timeout',
  'reset',
  'crash',
]

export const errorClasses = {
  wechat: {
    ...common,
    '45011': 'passing',
    '43108': 'crowded',
    '44990': 'crowded',
    '44991': 'passing',
    '43101': 'spent',
    '40003': 'spent',
    '50002': 'spent',
  },
  employee: { ...common, '45011': 'passing', '40256': 'unreachable', '40257': 'unreachable', '50001': 'unreachable' },
  service: { ...common, ...repeatable, '43004': 'unreachable', '40003': 'unreachable' },
  wecom: {
    ...common,
    ...repeatable,
    '45009': 'minute-full',
    '45033': 'passing',
    '60111': 'unreachable',
    '81013': 'unreachable',
    '40031': 'unreachable',
  },
  robot: { ...common, '45009': 'minute-full' },
  sms: { ...common, ...repeatable, 'sms-busy': 'passing', 'sms-number': 'unreachable' },
} as const satisfies Record<DueAlert['channel'], ErrorClasses>

/** Tries 2 s, 4 s, 8 s … at most half an hour apart. */
const longestWait = 1800
const waits: Partial<Record<ErrorClass, number>> = { crowded: 2, 'minute-full': 60, 'day-full': 3600 }

export type Tried = Pick<DueAlert, 'attempts' | 'age' | 'urgent' | 'left' | 'channel'> & {
  /** Why the try before came to nothing. */
  code: string | null
  lasting: boolean
}

/** What to do after `code`; `crash`: whoever had it in hand died, or could not write down what became of it. */
export const outcomeOf = (code: string, tried: Tried): Outcome => {
  const classes: ErrorClasses = errorClasses[tried.channel]
  const unsureBefore = classes[tried.code ?? ''] === 'unsure'
  // The try before, whose answer got lost, had arrived and used the last permit.
  if (code === '43101' && unsureBefore) return { is: 'sent', msgid: '' }
  const what = classes[code] ?? 'ours'
  if (what === 'ours') return { is: 'dead', code }
  if (what === 'spent' || what === 'unreachable') return { is: 'failed', code, spent: what === 'spent' }
  const patient = tried.attempts < patience.attempts || tried.age < patience.seconds
  const again = patient && (what !== 'unsure' || mayRepeat(tried, unsureBefore))
  if (!again) return { is: 'failed', code, spent: false }
  return { is: 'later', code, afterSeconds: waits[what] ?? Math.min(2 ** tried.attempts, longestWait) }
}

/** With the last permit a message cannot arrive twice. Otherwise one repeat, and only where minutes count. */
const mayRepeat = ({ channel, urgent, left, lasting }: Tried, unsureBefore: boolean) =>
  (channel === 'wechat' && !lasting && left <= 1) || (urgent && !unsureBefore)

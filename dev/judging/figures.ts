import { callable, judgedKinds } from '@huiyin/shared/core/words/heads.ts'
import { type Judgement, judge } from '@huiyin/shared/core/words/judge.ts'
import type { Labelled } from './corpus.ts'

export type Judged = { row: Labelled; judged: Judgement }

export const judgeAll = (rows: readonly Labelled[]): Judged[] => rows.map(row => ({ row, judged: judge(row.words) }))

/** Share of the items of which it is true; 0 of none. */
const share = <T>(items: readonly T[], isTrue: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(isTrue).length / items.length

/** What people said × what was judged → how many. */
export type Confusion = { names: readonly string[]; rows: readonly string[]; counts: number[][] }

const confusion = (
  names: readonly string[],
  pairs: readonly (readonly [said: string | null, judged: string])[],
  rows = names,
): Confusion => ({
  names,
  rows,
  counts: rows.map(said => names.map(judged => pairs.filter(([a, b]) => a === said && b === judged).length)),
})

/** In doubt she is asked: that finds her, and alarms nobody. */
const alarmOf = ({ judged: { person } }: Judged) => (person ? (person.sure ? 'alarm' : 'asked') : 'none')

const ofReports = (reports: readonly Judged[]) => {
  const urgent = reports.filter(it => it.row.urgency === 'urgent')
  const calm = reports.filter(it => it.row.urgency !== 'urgent')
  const calling = urgent.filter(it => it.row.call !== 'none')
  const pairs = <K extends 'urgency' | 'kind' | 'call'>(what: K) =>
    reports.map(({ row, judged }) => [row[what], judged[what]] as const)
  return {
    urgencyRecall: share(urgent, it => it.judged.urgency === 'urgent'),
    falseUrgent: share(calm, it => it.judged.urgency === 'urgent'),
    kindRight: share(reports, it => it.judged.kind === it.row.kind),
    callShown: share(calling, it => it.judged.call !== 'none'),
    callRight: share(calling, it => it.judged.call === it.row.call),
    falseCall: share(calm, it => it.judged.call !== 'none'),
    urgency: confusion(['urgent', 'normal', 'slow'], pairs('urgency')),
    kind: confusion(judgedKinds, pairs('kind')),
    call: confusion(['none', ...callable], pairs('call')),
  }
}

const ofLawyer = (lawyer: readonly Judged[]) => {
  const unsafe = lawyer.filter(it => it.row.person !== 'none')
  const safe = lawyer.filter(it => it.row.person === 'none')
  return {
    personFound: share(unsafe, it => it.judged.person !== undefined),
    personAlarmed: share(unsafe, it => it.judged.person?.sure === true),
    falseAlarm: share(safe, it => it.judged.person?.sure === true),
    falseAsked: share(safe, it => it.judged.person?.sure === false),
    person: confusion(
      ['none', 'asked', 'alarm'],
      lawyer.map(it => [it.row.person === 'none' ? 'none' : 'alarm', alarmOf(it)]),
      ['none', 'alarm'],
    ),
  }
}

/** How many of what there is are judged as people judge them. */
export const figuresOf = (all: readonly Judged[]) => {
  const reports = all.filter(it => it.row.kind !== null)
  const lawyer = all.filter(it => it.row.kind === null)
  return {
    counts: {
      reports: reports.length,
      urgent: reports.filter(it => it.row.urgency === 'urgent').length,
      lawyer: lawyer.length,
      unsafe: lawyer.filter(it => it.row.person !== 'none').length,
    },
    ...ofReports(reports),
    ...ofLawyer(lawyer),
  }
}

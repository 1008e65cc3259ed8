import { judge } from '../core/words/judge.ts'
import { type ReportKind, reportKinds, type Urgency } from './report-kinds.ts'

/** What she has said herself, beside her words: it goes before whatever they sound like. `calm`: it is not urgent. */
export type SaidBesides = { kind?: ReportKind | undefined; danger?: boolean | undefined; calm?: boolean | undefined }

/** `rule`: why it is as urgent as that, in words that she and the worker read. */
export type Triage = { kind: ReportKind; urgency: Urgency; rule: string }

const sounds = '按写的内容，像是紧急的事'
const quoting = (because: readonly string[]) =>
  because.length > 0 ? `写了「${because.join('」「')}」，按紧急处理` : sounds

/** What a report is about and how urgent it is. */
export const triage = (words: string, { kind: said, danger, calm }: SaidBesides = {}): Triage => {
  const judged = judge(words)
  const kind = said ?? judged.kind
  if (danger) return { kind, urgency: 'urgent', rule: '居民标明有危险' }
  if (judged.urgency === 'urgent')
    return calm
      ? { kind, urgency: 'normal', rule: '居民说不急' }
      : { kind, urgency: 'urgent', rule: quoting(judged.because) }
  if (judged.urgency === 'slow') return { kind, urgency: 'slow', rule: `${reportKinds[kind].name}，可以慢慢办` }
  return { kind, urgency: 'normal', rule: '一般事项' }
}

/** For whoever may not read her words. */
export const withoutWords = (rule: string): string => (rule.includes('「') ? sounds : rule)

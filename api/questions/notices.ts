import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import type { Kind } from '@huiyin/shared/alerts/alert-kind.ts'
import type { Audience } from '@huiyin/shared/alerts/ladder.ts'
import { type QuestionAlert, questionAlerts } from '@huiyin/shared/questions/question-alerts.ts'
import { matterName } from './words.ts'

/** What alerts may know of a question: neither its topic nor a word of it. */
export type NoticeFacts = Pick<QuestionRow, 'danger' | 'answerBy'> & { village: string }

const alertsOf = (
  recipients: readonly string[],
  kind: QuestionAlert,
  { danger, answerBy, village }: NoticeFacts,
  audience: Audience,
  by?: string,
): NewAlert[] => {
  const { template, calls }: Kind = questionAlerts[kind]
  return [...new Set(recipients)].map(recipientId => ({
    recipientId,
    kind,
    fill: { number: '', kind: matterName, place: village, dueAt: answerBy.toISOString(), ...(by && { by }) },
    urgent: danger,
    template,
    audience,
    calls: calls ?? false,
  }))
}

/** Who asked in danger is told nothing that another could read off her screen. */
export const tellAsker = (askerId: string, kind: QuestionAlert, facts: NoticeFacts, by?: string): NewAlert[] =>
  facts.danger
    ? alertsOf([askerId], 'question-quiet', { ...facts, village: '' }, 'resident')
    : alertsOf([askerId], kind, facts, 'resident', by)

const tellAs =
  (audience: Audience) =>
  (people: readonly { personId: string }[], kind: QuestionAlert, facts: NoticeFacts): NewAlert[] =>
    alertsOf(
      people.map(it => it.personId),
      kind,
      facts,
      audience,
    )
export const tellAdvisers = tellAs('adviser')
export const tellJustice = tellAs('justice')

import type { Db } from '@huiyin/db/core/client.ts'
import { listTexts, type TextRow } from '@huiyin/db/questions/text-queries.ts'
import type { Outside } from '../core/outside.ts'
import { aboutText } from './sealed-texts.ts'

/** An opened text: what was said, by whom, with which step. */
export type Said = Omit<TextRow, 'cipher'> & { words: string }

type House = { db: Db; outside: Pick<Outside, 'keys'> }

/**
 * The one access point: only here words about a question are opened. Each reader has a function here, and each function a list of
 * fields; whoever calls one has seen to it that this reader may (`questionLife`).
 */
const openAll = async (
  { db, outside }: House,
  questionId: string,
  kinds: Parameters<typeof listTexts>[2],
): Promise<Said[]> =>
  (await listTexts(db, questionId, kinds)).map(({ cipher, ...row }) => ({
    ...row,
    words: outside.keys.open(cipher, aboutText(row.id, row.kind)),
  }))

const conversation = ['story', 'ask-back', 'reply', 'answer', 'follow-up'] as const
const offered = ['public-question', 'public-answer'] as const

/** For who asked. No private note can come this way. */
export const openForAsker = (house: House, questionId: string) =>
  openAll(house, questionId, [...conversation, ...offered, 'other-side', 'safe-contact'])

/** For who holds it now. */
export const openForHolder = (house: House, questionId: string) =>
  openAll(house, questionId, [...conversation, 'note', 'other-side', 'safe-contact'])

/** For the township, once its reason is written down where she can read it. */
export const openForTownship = (house: House, questionId: string) => openAll(house, questionId, conversation)

/** The gate: the other side's name and nothing else. */
export const openOtherSide = async (house: House, questionId: string): Promise<string | null> =>
  (await openAll(house, questionId, ['other-side']))[0]?.words ?? null

/** For the second reviewer: the text that its asker has approved for everybody. */
export const openForReview = (house: House, questionId: string) => openAll(house, questionId, offered)

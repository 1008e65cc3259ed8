import { listFilesOf } from '@huiyin/db/photos/sealed-file-queries.ts'
import { findPublication } from '@huiyin/db/questions/answer-queries.ts'
import { countAhead, findRating } from '@huiyin/db/questions/asker-queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import { getQuestionNames, listQuestionAccesses, listQuestionEvents } from '@huiyin/db/questions/queries.ts'
import { findDraft } from '@huiyin/db/questions/text-queries.ts'
import { offered } from '@huiyin/shared/matters/offered.ts'
import { maskName } from '@huiyin/shared/people/person.ts'
import { aidHint } from '@huiyin/shared/questions/legal-hints.ts'
import type { PublicAnswerState } from '@huiyin/shared/questions/public-answer-life.ts'
import { type Question, type QuestionText, textKinds } from '@huiyin/shared/questions/question.ts'
import { isQuestionLate } from '@huiyin/shared/questions/question-clock.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import type { Ctx } from '../core/context.ts'
import { toFile } from '../photos/sealed-files.ts'
import { openForAsker, openForHolder, openForTownship, type Said } from './open-words.ts'
import { aboutText } from './sealed-texts.ts'
import type { QuestionHand } from './take-up.ts'
import { whoWords } from './words.ts'

const openFor = { asker: openForAsker, holder: openForHolder, township: openForTownship }

/** Everything that this reader may see, and nothing else. The caller has seen to it that he may. */
export const viewOf = async (ctx: Ctx, hand: QuestionHand, reader: Question['reader']): Promise<Question> => {
  const { question } = hand
  const [said, files, events, accesses, names, draft, rating, publication, ahead] = await Promise.all([
    openFor[reader](ctx, question.id),
    listFilesOf(ctx.db, question.id),
    listQuestionEvents(ctx.db, question.id),
    reader === 'asker' ? listQuestionAccesses(ctx.db, question.id) : [],
    getQuestionNames(ctx.db, question, ctx.now),
    reader === 'holder' ? findDraft(ctx.db, question.id, ctx.me.id) : undefined,
    reader === 'asker' ? findRating(ctx.db, question.id) : undefined,
    reader === 'asker' ? findPublication(ctx.db, question.id) : undefined,
    reader === 'asker' && question.state === 'waiting' && question.circle === 'own'
      ? countAhead(ctx.db, question)
      : null,
  ])
  const wordsOf = (kind: Said['kind']) => said.findLast(it => it.kind === kind)?.words ?? null
  return {
    ...facts(ctx, hand, names),
    reader,
    asker: askerAs(reader, question.anonymous, names.asker),
    adviser: names.adviser,
    ahead,
    otherSide: wordsOf('other-side'),
    safeContact: wordsOf('safe-contact'),
    texts: textsOf(ctx, question, said, files),
    steps: events.map(({ seq, event, actor, at }) => ({ seq, event, by: actor, at: at.toISOString() })),
    looks: accesses.map(access => ({ ...access, at: access.at.toISOString() })),
    lease: reader === 'holder' ? leaseOf(question) : null,
    draft: draft ? ctx.outside.keys.open(draft.cipher, aboutText(draft.id, 'draft')) : null,
    rating: rating?.rating ?? null,
    publication: publication ? offeredText(publication.state, wordsOf) : null,
    can: offered(questionLife, ctx.me, hand.it, ctx.now),
  }
}

/** What was said, in its order, each with what came along. */
const textsOf = (ctx: Ctx, { topic }: QuestionRow, said: readonly Said[], files: readonly FileOf[]): QuestionText[] => {
  const aid = aidHint(topic)
  return said
    .filter(it => (textKinds as readonly string[]).includes(it.kind))
    .map(text => ({
      id: text.id,
      kind: text.kind as QuestionText['kind'],
      by: text.author,
      mine: text.authorId === ctx.me.id,
      words: text.words,
      aid: text.kind === 'answer' && aid ? `${aid.words}（${aid.source}）` : null,
      files: text.seq === null ? [] : files.filter(file => file.seq === text.seq).map(file => toFile(ctx, file)),
      at: text.at.toISOString(),
    }))
}

type FileOf = Awaited<ReturnType<typeof listFilesOf>>[number]

const leaseOf = ({ fence, leaseUntil }: QuestionRow): Question['lease'] =>
  leaseUntil ? { fence, until: leaseUntil.toISOString() } : null

const offeredText = (state: PublicAnswerState, wordsOf: (kind: Said['kind']) => string | null) => ({
  state,
  question: wordsOf('public-question') ?? '',
  answer: wordsOf('public-answer') ?? '',
})

const facts = ({ now }: Ctx, { question }: QuestionHand, { village }: { village: string }) => ({
  id: question.id,
  number: question.number,
  state: question.state,
  circle: question.circle,
  topic: question.topic,
  village,
  ageBand: question.ageBand,
  againstCommittee: question.againstCommittee,
  danger: question.danger,
  anonymous: question.anonymous,
  at: question.createdAt.toISOString(),
  answerBy: question.answerBy.toISOString(),
  late: isQuestionLate(question.state, question.answerBy, now),
  followUpsLeft: questionLimits.followUps - question.followUps,
  replyUntil: question.dueFor === 'lapse' ? (question.dueAt?.toISOString() ?? null) : null,
  communityId: question.communityId,
  suggestion: question.suggestion,
  agreed: question.agreed,
})

const askerAs = (reader: Question['reader'], anonymous: boolean, name: string): string => {
  if (reader === 'asker') return whoWords.self
  return reader === 'township' && anonymous ? whoWords.unnamed : maskName(name)
}

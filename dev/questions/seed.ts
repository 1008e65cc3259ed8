import { runClocks } from '@huiyin/api/core/clock-loop.ts'
import { answerQuestion } from '@huiyin/api/questions/answering/answer-question.ts'
import { claimQuestion } from '@huiyin/api/questions/answering/claim-question.ts'
import { askQuestion } from '@huiyin/api/questions/asking/ask-question.ts'
import { decidePublication } from '@huiyin/api/questions/publishing/decide-publication.ts'
import { reviewAnswer } from '@huiyin/api/questions/publishing/review-answer.ts'
import { questionClocks } from '@huiyin/api/questions/question-clock.ts'
import { actAs, quieten, silent } from '../town/acting.ts'
import { demoHomeId } from '../town/people.ts'
import { createRandom } from '../town/random.ts'
import type { Seed } from '../town/seeding.ts'
import { answeredQuestions, type DemoQuestion, openQuestions, publishedQuestions } from './question-words.ts'

const hour = 3_600_000
const day = 24 * hour
const villageOf = (homeId: string | null) => homeId?.slice(0, 4) ?? ''

const elder = {
  ageBand: 'elder',
  guardianAgrees: false,
  againstCommittee: false,
  anonymous: false,
  danger: false,
} as const

/** Asking and answering in a village that has one lawyer. */
const talkIn = (village: string, adviser: string, as: ReturnType<typeof actAs>) => {
  const random = createRandom('questions')
  const ask = async (askerId: string, { words, topic }: DemoQuestion, at: Date) => {
    const id = random.id()
    await askQuestion(as(askerId, at), { id, communityId: village, words, topic, fileIds: [], ...elder })
    return id
  }
  const claim = (id: string, at: Date) => claimQuestion(as(adviser, at), { id, eventId: random.id(), noConflict: true })
  const answer = async (id: string, { answer: words = '', publicWords: publication }: DemoQuestion, at: Date) => {
    const { fence } = await claim(id, at)
    const given = { id, eventId: random.id(), fence: fence ?? 0, words, ...(publication && { publication }) }
    await answerQuestion(as(adviser, new Date(at.getTime() + hour / 4)), given)
  }
  /** She lets everybody read it a day later, and a second lawyer lets it out after one more. */
  const publish = async (id: string, askerId: string, justice: string, at: Date) => {
    const later = new Date(at.getTime() + day)
    await decidePublication(as(askerId, later), { id, eventId: random.id(), decision: 'approve' })
    await reviewAnswer(as(justice, new Date(later.getTime() + day)), { id, verdict: 'publish' })
  }
  return { ask, claim, answer, publish }
}

/** Questions to the lawyers, put, answered and published by the very verbs of the service at hours that are past. */
export const seed: Seed = async ({ db, tools, planned, areas, now }) => {
  const { people, postings, residents } = planned
  const idOf = (openid: string) => people.find(it => it.openid === `demo-${openid}`)?.id ?? ''
  const village = villageOf(demoHomeId)
  const adviser = postings.find(it => it.role === 'adviser' && it.areaId === village)?.personId ?? ''
  const neighbours = residents.slice(2).filter(it => villageOf(it.homeId) === village)
  const somebody = (n: number) => neighbours[n % neighbours.length]?.id ?? ''
  const talk = talkIn(village, adviser, actAs(db, tools, planned, areas))

  for (const [n, it] of publishedQuestions.entries()) {
    const at = new Date(now.getTime() - (60 - n * 7) * day)
    const id = await talk.ask(somebody(n), it, at)
    await talk.answer(id, it, new Date(at.getTime() + hour / 2))
    await talk.publish(id, somebody(n), idOf('justice-1'), at)
  }
  await runClocks({ db, log: silent, now: () => new Date(now.getTime() - 10 * day) }, questionClocks)
  for (const [n, it] of answeredQuestions.entries()) {
    const at = new Date(now.getTime() - (n + 1) * day)
    const id = await talk.ask(n === 0 ? idOf('resident-1') : somebody(n + 6), it, at)
    await talk.answer(id, it, new Date(at.getTime() + hour / 2))
  }
  for (const [n, it] of openQuestions.entries()) {
    const at = new Date(now.getTime() - (openQuestions.length - n) * 5 * 60_000)
    const id = await talk.ask(somebody(n + 10), it, at)
    if (n === 0) await talk.claim(id, now)
  }
  await quieten(db, 'question', now)
}

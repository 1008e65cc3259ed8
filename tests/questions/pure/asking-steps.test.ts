import { answerLacks, answerOf, isBlankAnswer } from '@huiyin/miniapp/src/questions/answering/answer-form.ts'
import {
  blankQuestion,
  isBlank,
  type QuestionForm,
  remainsOfQuestion,
  toNewQuestion,
} from '@huiyin/miniapp/src/questions/asking/new-question.ts'
import {
  after,
  before,
  isDanger,
  lacking,
  stepsOf,
  topicOf,
} from '@huiyin/miniapp/src/questions/asking/order-of-steps.ts'
import { stagesOf } from '@huiyin/miniapp/src/questions/stages.ts'
import { expect, test } from 'vitest'

/** What the phone asks of her, what it keeps, and what it sends. */
const village = { id: 't001v1', name: '柳塘村' } as NonNullable<QuestionForm['village']>
const form = (part: Partial<QuestionForm> = {}): QuestionForm => ({
  ...blankQuestion,
  village,
  words: '借钱不还',
  ...part,
})
const unsafe = '他打我，还说要杀了我'

test('four things are asked of an adult, the guardian too of a child, and only what cannot wait in danger', () => {
  expect(stepsOf(form())).toEqual(['words', 'other', 'who', 'check'])
  expect(stepsOf(form({ ageBand: 'under14' }))).toEqual(['words', 'other', 'who', 'guardian', 'check'])
  expect(stepsOf(form({ ageBand: 'under14', danger: true }))).toEqual(['words', 'check'])
  expect(stepsOf(form({ words: unsafe }))).toEqual(['words', 'check'])
})

test('danger is what she says and what her words say', () => {
  expect([form(), form({ danger: true }), form({ words: unsafe })].map(isDanger)).toEqual([false, true, true])
})

test('forward and back one step at a time; a line of the check leads back to the check', () => {
  const at = (step: QuestionForm['step'], part = {}) => form({ step, ...part })
  expect(['begin', 'words', 'other', 'who', 'check'].map(step => after(at(step as 'words'), false))).toEqual([
    'words',
    'other',
    'who',
    'check',
    'check',
  ])
  expect(['words', 'other', 'check'].map(step => before(at(step as 'words'), false))).toEqual(['begin', 'words', 'who'])
  expect(after(at('words'), true)).toBe('check')
  expect(before(at('words'), true)).toBe('check')
  expect(after(at('who', { ageBand: 'under14' }), true)).toBe('guardian')
  expect(after(at('who', { ageBand: 'under14' }), false)).toBe('guardian')
  expect(after(at('who', { ageBand: 'under14', guardianAgrees: true }), true)).toBe('check')
})

test('words, a guardian beside a child, and a village are needed; a child in danger needs no guardian', () => {
  expect(lacking(form())).toBeUndefined()
  expect(lacking(form({ words: ' ' }))).toBe('words')
  expect(lacking(form({ ageBand: 'under14' }))).toBe('guardian')
  expect(lacking(form({ ageBand: 'under14', guardianAgrees: true }))).toBeUndefined()
  expect(lacking(form({ ageBand: 'under14', danger: true }))).toBeUndefined()
  expect(lacking(form({ village: undefined }))).toBe('village')
})

test('her own choice of a topic stands above the guess, also where she chose none', () => {
  expect(topicOf(form({ words: '老板不发工资' }))).toBe('labour')
  expect(topicOf(form({ words: '老板不发工资', topic: 'loan' }))).toBe('loan')
  expect(topicOf(form({ words: '老板不发工资', topic: null }))).toBeNull()
  expect(topicOf(form({ words: '啊' }))).toBeNull()
})

test('a draft with words, a photo or a paper is kept', () => {
  expect([form({ words: ' ' }), form(), form({ words: '', photoIds: ['p'] })].map(isBlank)).toEqual([
    true,
    false,
    false,
  ])
  expect(isBlank(form({ words: '', papers: [{ id: 'f', name: '借条.pdf' }] }))).toBe(false)
})

test('sent as the contract has it; of what went out only the files remain on the phone', () => {
  const whole = form({
    words: ' 借钱不还 ',
    photoIds: ['p'],
    papers: [{ id: 'f', name: '借条.pdf' }],
    otherSide: ' ',
    safeContact: ' 早上打 ',
    againstCommittee: true,
    anonymous: true,
    topic: null,
  })
  expect(toNewQuestion({ id: 'q', form: whole })).toEqual({
    id: 'q',
    communityId: 't001v1',
    words: '借钱不还',
    fileIds: ['p', 'f'],
    topic: undefined,
    ageBand: 'adult',
    guardianAgrees: false,
    otherSide: undefined,
    againstCommittee: true,
    anonymous: true,
    danger: false,
    safeContact: '早上打',
  })
  expect(remainsOfQuestion(whole)).toEqual({ photoIds: ['p'], papers: [{ id: 'f', name: '借条.pdf' }] })
})

test('an answer needs words; a text for everybody both halves, and nothing that tells who asked', () => {
  const question = { village: '柳塘村', otherSide: '王富贵', draft: '先催告' } as Parameters<typeof answerLacks>[0]
  const begun = answerOf(question)
  expect(begun).toEqual({ words: '先催告', suggestion: null, publication: null })
  expect(answerOf({ ...question, draft: null })).toMatchObject({ words: '' })
  expect(answerLacks(question, begun)).toBeUndefined()
  expect(answerLacks(question, { ...begun, words: ' ' })).toBe('needWords')
  const open = (q: string, a: string) => answerLacks(question, { ...begun, publication: { question: q, answer: a } })
  expect([open('', '能'), open('能要吗', ' ')]).toEqual(['needPublication', 'needPublication'])
  expect([open('王富贵欠钱', '能'), open('欠钱怎么办', '去柳塘村问')]).toEqual(['needChange', 'needChange'])
  expect(open('欠钱怎么办', '先催告')).toBeUndefined()
  expect([isBlankAnswer(begun), isBlankAnswer({ ...begun, words: ' ' })]).toEqual([false, true])
  expect(isBlankAnswer({ words: '', suggestion: null, publication: { question: '', answer: '' } })).toBe(false)
})

test('four stages: how far it is, whose turn it is, and what happened in each', () => {
  const step = (event: string, seq: number) => ({ event, seq }) as never
  const stages = (state: string, ...events: string[]) =>
    stagesOf({ state: state as 'waiting', steps: events.map(step) }).map(it => `${it.state} ${it.happened.length}`)
  expect(stages('waiting', 'ask')).toEqual(['done 1', 'now 0', 'next 0', 'next 0'])
  expect(stages('claimed', 'ask', 'claim')).toEqual(['done 1', 'done 1', 'now 0', 'next 0'])
  expect(stages('asked', 'ask', 'claim', 'ask-back')).toEqual(['done 1', 'done 2', 'now 0', 'next 0'])
  expect(stages('answered', 'ask', 'danger', 'claim', 'answer', 'agree')).toEqual([
    'done 2',
    'done 1',
    'done 2',
    'now 0',
  ])
  expect(stages('closed', 'ask', 'follow-up', 'claim', 'answer', 'lapse')).toEqual([
    'done 2',
    'done 1',
    'done 1',
    'done 1',
  ])
  expect(stages('withdrawn', 'ask', 'withdraw')).toEqual(['done 1', 'done 0', 'done 0', 'done 1'])
  const waits = (state: string) =>
    stagesOf({ state: state as 'asked', steps: [] }).find(it => it.state === 'now')?.stateWords
  expect(['waiting', 'claimed', 'asked', 'answered'].map(waits)).toEqual([
    '等律师来看',
    '律师正在写',
    '等您补充',
    '还可以接着问',
  ])
})

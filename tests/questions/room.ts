import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { ids, persons, places, text } from '../support/anything.ts'
import { get, send } from '../support/ask.ts'
import { justices, type Who } from '../support/cast.ts'
import type { TestRoom } from '../support/test-room.ts'
import { asks, claims } from './asking.ts'
import { brokenQuestions } from './invariants.ts'
import { questionLaw } from './question-law.ts'

const counsel: Who[] = ['adviser', 'justice', 'justice-next-town']
const anywhere = { anywhere: counsel }

export const room: TestRoom = {
  open: {
    listLegalAnswers: () => send('POST', '/api/legal-answers/search', { q: '借条' }),
    getLegalAnswer: () => get(`/api/legal-answers/${randomUUID()}`),
  },
  signedIn: {
    complainLegalAnswer: () =>
      send('POST', `/api/legal-answers/${randomUUID()}/complain`, { eventId: randomUUID(), reason: 'other' }),
    getReaders: () => get('/api/questions/readers?communityId=t001v1'),
    askQuestion: () =>
      send('POST', '/api/questions', { id: randomUUID(), communityId: 't001v1', words: '借条', ageBand: 'adult' }),
    listMyQuestions: () => get('/api/questions/mine'),
    setSpeechConsent: () => send('PUT', '/api/questions/speech-consent', { agreed: true }),
    listHeld: () => get('/api/questions/held'),
  },
  byPlace: {
    listQuestionDesk: { ask: township => get(`/api/questions/desk?township=${township}`), held: justices },
    listAdvisers: { ask: township => get(`/api/advisers?township=${township}`), held: justices },
    listQueue: { ask: () => get('/api/questions/queue'), held: anywhere },
    nextQuestion: { ask: () => send('POST', '/api/questions/next', {}), held: anywhere },
    listParagraphs: { ask: () => get('/api/advisers/paragraphs'), held: anywhere },
    setParagraphs: { ask: () => send('PUT', '/api/advisers/paragraphs', { items: [] }), held: anywhere },
    getFigures: { ask: () => get('/api/advisers/figures'), held: anywhere },
    listAnswerReviews: { ask: () => get('/api/legal-answers/reviews'), held: anywhere },
    reviewAnswer: {
      ask: () => send('POST', `/api/legal-answers/reviews/${randomUUID()}`, { verdict: 'publish' }),
      ...{ held: { anywhere: [] }, inVain: counsel },
    },
  },
  judged: Object.keys(questionLaw),
  met: { getLegalAnswer: 404, complainLegalAnswer: 404, askQuestion: 201 },
  fields: {
    ...{ id: ids, eventId: fc.oneof(ids, fc.uuid()), words: text, reason: text, township: places },
    ...{ communityId: places, q: text, otherSide: text, safeContact: text, fileIds: fc.array(ids, { maxLength: 11 }) },
    ...{ guardianAgrees: fc.boolean(), againstCommittee: fc.boolean(), anonymous: fc.boolean(), agreed: fc.boolean() },
    ...{ topic: fc.constantFrom('loan', 'none'), ageBand: fc.constantFrom('under14', 'adult', 'none') },
    ...{ noConflict: fc.boolean(), danger: fc.boolean(), fence: fc.integer({ min: -1, max: 3 }), adviserId: persons },
    rating: fc.constantFrom('good', 'poor', 'none'),
    suggestion: fc.constantFrom('report', 'none'),
    decision: fc.constantFrom('approve', 'refuse', 'withdraw', 'none'),
    verdict: fc.constantFrom('publish', 'refuse', 'none'),
    publication: fc.record({ question: text, answer: text }),
    items: fc.array(fc.record({ id: ids, title: text, words: text }), { maxLength: 3 }),
  },
  /** Six questions; every other one is in the adviser's hand. */
  fill: async world => {
    const [resident, adviser] = [await world.someone('resident'), await world.someone('adviser')]
    const known: string[] = []
    for (let n = 0; n < 6; n++) {
      const id = await asks(resident)
      if (n % 2) await claims(adviser, id)
      known.push(id)
    }
    return known
  },
  broken: brokenQuestions,
  leave: async world => {
    const id = await asks(await world.someone('resident'))
    return async () => (await (await world.someone('resident')).call('getQuestion', { id })).circle !== 'own'
  },
}

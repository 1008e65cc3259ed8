import { randomUUID } from 'node:crypto'
import { questionEvents } from '@huiyin/shared/questions/question-states.ts'
import { tap } from '../support/world.ts'
import { untilTaken } from '../upgrade/pressing.ts'
import { lawyers } from '../upgrade/reading.ts'
import type { Upgrade } from '../upgrade/room-upgrade.ts'
import { beginQuestions, goOnWithQuestions } from './story.ts'

const words = '再补充一句'

export const upgrade: Upgrade = {
  ...{ matters: 'questions', begunBy: 'asker_id', events: { table: 'question_events', all: questionEvents } },
  furnish: async it => {
    await it.asks('resident', 'setSpeechConsent', { agreed: true })
    const paragraph = { id: randomUUID(), title: '催款', words: '先发书面催款函，写明期限。' }
    await it.asks('adviser', 'setParagraphs', { items: [paragraph] })
  },
  begin: async it => {
    await beginQuestions(it)
    return undefined
  },
  goOn: goOnWithQuestions,
  readings: matters => ({
    own: ['questions/mine?limit=50', ...matters.map(it => `questions/${it.id}`)],
    others: [
      {
        by: lawyers,
        paths: [
          ...['questions/queue?limit=50', 'questions/held', 'questions/desk?township=t001&limit=50'],
          ...['advisers?township=t001', 'legal-answers/reviews', 'advisers/figures', 'advisers/paragraphs'],
        ],
      },
      { by: ['worker', 'officer', 'adviser', 'justice'], paths: matters.map(({ id }) => `questions/${id}/card`) },
    ],
  }),
  further: {
    waiting: { by: lawyers, take: (who, { id }) => who.call('claimQuestion', { ...tap(id), noConflict: true }) },
    claimed: { by: lawyers, take: (who, { id, fence }) => who.call('answerQuestion', { ...tap(id), fence, words }) },
    asked: { by: [], take: (who, { id }) => who.call('replyQuestion', { ...tap(id), words }) },
    answered: { by: [], take: (who, { id }) => who.call('followUp', { ...tap(id), words }) },
  },
  demand: async who => {
    const input = { id: randomUUID(), communityId: 't001v1', words: '借条到期了他不还', ageBand: 'adult' as const }
    const { number } = await untilTaken(() => who.call('askQuestion', input))
    return { by: who.openid, id: input.id, number, again: one => one.call('askQuestion', input) }
  },
  read: (who, id) => who.call('getQuestion', { id }),
}

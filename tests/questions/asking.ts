import { randomUUID } from 'node:crypto'
import type { Asked } from '@huiyin/shared/core/route.ts'
import type { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { type Someone, tap } from '../support/world.ts'

export const story = '我借给别人的钱，有借条，到期了他不还，我该怎么办'

/** Asks as a resident of 柳塘村 and gives the id. */
export const asks = async (
  who: Someone,
  more: Partial<Asked<(typeof questionRoutes)['askQuestion']>> = {},
): Promise<string> => {
  const id = randomUUID()
  await who.call('askQuestion', { id, communityId: 't001v1', words: story, ageBand: 'adult', ...more })
  return id
}

/** Declares that there is no conflict and takes it; gives the number of the lease. */
export const claims = async (who: Someone, id: string): Promise<number> => {
  const { fence } = await who.call('claimQuestion', { ...tap(id), noConflict: true })
  return fence ?? 0
}

export const answers = (who: Someone, id: string, fence: number, words = '先写信催他还，再带借条去法院起诉') =>
  who.call('answerQuestion', { ...tap(id), fence, words })

export const thread = (who: Someone, id: string) => who.call('getQuestion', { id })
export const inQueue = async (who: Someone, id: string) =>
  (await who.call('listQueue', { limit: 50 })).items.some(it => it.id === id)
export const told = async (who: Someone) => (await who.call('listAlerts', { limit: 50 })).items.map(it => it.kind)

/** A text for everybody that names nobody. */
export const fit = {
  question: '别人借钱到期不还，有借条，可以怎么办？',
  answer: '先书面催要；不还的，带上借条到法院起诉。',
}

import { randomUUID } from 'node:crypto'
import type { Asked } from '@huiyin/shared/core/route.ts'
import type { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import type { Someone } from '../support/world.ts'

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

const tap = (id: string) => ({ id, eventId: randomUUID() })

/** Declares that there is no conflict and takes it; gives the number of the lease. */
export const claims = async (who: Someone, id: string): Promise<number> => {
  const { fence } = await who.call('claimQuestion', { ...tap(id), noConflict: true })
  return fence ?? 0
}

export const answers = (who: Someone, id: string, fence: number, words = '先写信催他还，再带借条去法院起诉') =>
  who.call('answerQuestion', { ...tap(id), fence, words })

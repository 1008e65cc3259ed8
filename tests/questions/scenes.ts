import type { questionEvents } from '@huiyin/shared/questions/question-states.ts'
import type { Promised } from '../support/who-heard.ts'
import { type Someone, tap } from '../support/world.ts'
import { answers, asks, claims } from './asking.ts'
import { adviser, justice, resident, world } from './counsel.ts'

/** How a question comes to stand somewhere, and what brings it further. */
export type Scene = () => Promise<string>
export type Act = (id: string) => Promise<unknown>
export type Row = Promised & { event: (typeof questionEvents)[number]; when: string; scene: Scene; act: Act }

export let fence = 0
export const after =
  (scene: Scene, act: Act): Scene =>
  async () => {
    const id = await scene()
    await act(id)
    return id
  }
export const claim: Act = async id => {
  fence = await claims(adviser, id)
}
export const pass =
  (who: () => Someone): Act =>
  id =>
    who().call('passQuestion', tap(id))
export const answer: Act = id => answers(adviser, id, fence)
export const askBack: Act = id => adviser.call('askBack', { ...tap(id), fence, words: '有没有写日期？' })
export const minutes =
  (count: number): Act =>
  async () => {
    world.clock.forward(count)
    await world.api.chores()
  }
export const assignTo =
  (who: () => Someone): Act =>
  id =>
    justice.call('assignQuestion', { ...tap(id), adviserId: who().id })

export const asked: Scene = () => asks(resident)
export const claimed = after(asked, claim)
export const answered = after(claimed, answer)
export const askedBack = after(claimed, askBack)
export const pooled = after(asked, minutes(4 * 60))
export const late = after(pooled, minutes(150))

/** Every adviser of the town. */
export const inTown = (kind: string) => ({ adviser: kind, 'adviser-mate': kind, 'adviser-neutral': kind })

import { randomUUID } from 'node:crypto'
import type { Phones } from '@huiyin/tests/support/phones.ts'
import { button } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'

export const story = '借给王老板两万块，有借条，到期三个月还不还'
export const queue = { path: 'questions/pages/queue/index' }
export const at = (page: string, id: string) => ({ path: `questions/pages/${page}/index?id=${id}` })

/** What a test left without an answer: it would stand in the queue of the next. */
const left: (() => Promise<unknown>)[] = []
export const clearLeft = async () => {
  for (const withdraw of left.splice(0)) await withdraw().catch(() => undefined)
}

/** A question that somebody of 柳塘村 asks without any phone of ours. */
export const asked = async (town: Phones, openid: string, words = story) => {
  const she = await town.world.someone(openid)
  const id = randomUUID()
  const about = { ageBand: 'elder', topic: 'loan', otherSide: '王富贵' } as const
  await she.call('askQuestion', { id, communityId: 't001v1', words, ...about })
  left.push(() => she.call('withdrawQuestion', { id, eventId: randomUUID() }))
  return { she, id }
}

/** The question on the phone of the village's own adviser, claimed. */
export const inHand = async (town: Phones, openid: string, words = story) => {
  const { she, id } = await asked(town, openid, words)
  const phone = await town.open('adviser', at('card', id))
  await phone.tap(button('无冲突，接单'))
  await phone.waitFor(words)
  return { she, id, phone }
}

export const answer = async (phone: Miniprogram, words: string) => {
  await phone.input('您的答复', words)
  await phone.tap(button('答复'))
  await phone.tap(button('发送答复'))
  await phone.waitFor('居民会马上收到提醒')
}

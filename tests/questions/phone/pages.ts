import type { PhonePages } from '@huiyin/tests/support/phones.ts'
import { tap } from '@huiyin/tests/support/world.ts'
import { asks, claims, fit } from '../asking.ts'

export const pages: PhonePages = {
  holders: {
    ...{ queue: 'adviser', card: 'adviser', handle: 'adviser', paragraphs: 'adviser', figures: 'adviser' },
    desk: 'justice',
  },
  needing: ['show', 'card', 'handle', 'answer'],
  /** A question that waits, one in the adviser's hand, and what everybody may read. */
  fill: async (world, she) => {
    const [adviser, justice] = [await world.someone('adviser'), await world.someone('justice')]
    const [waiting, held, told] = await Promise.all([asks(she), asks(she), asks(she, { topic: 'labour' })])
    const answer = { ...tap(told), fence: await claims(adviser, told), words: '可以起诉', publication: fit }
    await adviser.call('answerQuestion', answer)
    await she.call('decidePublication', { ...tap(told), decision: 'approve' })
    await justice.call('reviewAnswer', { id: told, verdict: 'publish' })
    await claims(adviser, held)
    const [shown] = (await she.call('listLegalAnswers', {})).items
    return { receipt: told, show: told, card: waiting, handle: held, answer: shown?.id ?? '' }
  },
}

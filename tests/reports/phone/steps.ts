import { randomUUID } from 'node:crypto'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'

/** A report that somebody files without any phone of ours; returns its id. */
export const filedBy = async (someone: Someone, words = '楼道里堆着垃圾', buildingId = 't001v1g1b1') => {
  const id = randomUUID()
  await someone.call('fileReport', { id, words, buildingId })
  return id
}

/** A report that somebody files and this worker mends, without any phone of ours; returns its id. */
export const mendedFor = async (someone: Someone, worker: Someone) => {
  const id = await filedBy(someone)
  const step = () => ({ id, eventId: randomUUID() })
  await worker.call('acceptReport', step())
  const photo = await worker.upload()
  await worker.call('resolveReport', { ...step(), words: '已修好', photoIds: [photo.id] })
  return id
}

/** Everything that the server has of what this person reported, newest first. */
export const reportsOf = async (someone: Someone) => (await someone.call('listMyReports', {})).items

/** The one report of this person, with its history. Throws when there is none or more than one. */
export const onlyReportOf = async (someone: Someone) => {
  const [card, ...more] = await reportsOf(someone)
  if (!card || more.length > 0) throw new Error(`${more.length + (card ? 1 : 0)} reports instead of one`)
  return someone.call('getReport', { id: card.id })
}

/** From the home page to the receipt: one sentence, sent. */
export const fileOnPhone = async (phone: Miniprogram, words: string): Promise<void> => {
  await phone.tap('报问题')
  await phone.input('说一句', words)
  await phone.tap('提交')
  await phone.waitFor('收到了')
}

import { randomUUID } from 'node:crypto'
import type { Miniprogram } from '../support/weapp/miniprogram.ts'
import type { Someone } from '../support/world.ts'
import type { Phones } from './phones.ts'

/** A resident who has already told which house she lives in. */
export const resident = async ({ world }: Phones, openid: string, buildingId = 't001v1g1b1'): Promise<Someone> => {
  const someone = await world.someone(openid)
  await someone.call('setHome', { buildingId })
  return someone
}

/** A report that somebody files without any phone of ours; returns its id. */
export const filedBy = async (someone: Someone, words = '楼道里的灯坏了', buildingId = 't001v1g1b1') => {
  const id = randomUUID()
  await someone.call('fileReport', { id, words, buildingId })
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

/** Village, grid, building in the list of places. */
export const pickPlace = async (phone: Miniprogram, ...names: string[]): Promise<void> => {
  await phone.tap('选小区和楼栋')
  for (const name of names) await phone.tap(name)
}

/** Looks away and comes back: the page reads everything again. */
export const lookAgain = async (phone: Miniprogram): Promise<void> => {
  await phone.hide()
  await phone.show()
}

/** A button, where the same word also stands in the text. */
export const button = (text: string) => ({ text, class: 'button' })

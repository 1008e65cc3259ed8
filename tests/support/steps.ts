import type { Phones } from './phones.ts'
import type { Miniprogram } from './weapp/miniprogram.ts'
import type { Someone } from './world.ts'

/** A resident who has already told which house she lives in. */
export const resident = async ({ world }: Phones, openid: string, buildingId = 't001v1g1b1'): Promise<Someone> => {
  const someone = await world.someone(openid)
  await someone.call('setHome', { buildingId })
  return someone
}

/** Township, village, building in the list of places; of several buildings of one name the first grid's. */
export const pickPlace = async (phone: Miniprogram, ...names: string[]): Promise<void> => {
  for (const text of names) await phone.tap({ text, class: 'cell', nth: 0 })
}

/** Looks away and comes back: the page reads everything again. */
export const lookAgain = async (phone: Miniprogram): Promise<void> => {
  await phone.hide()
  await phone.show()
}

/** A button, where the same word also stands in the text. */
export const button = (text: string) => ({ text, class: 'button' })

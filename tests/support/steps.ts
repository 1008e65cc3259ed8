import type { Phones } from './phones.ts'
import type { Miniprogram } from './weapp/miniprogram.ts'
import type { Someone } from './world.ts'

/** A resident who has already told which house she lives in. */
export const resident = async ({ world }: Phones, openid: string, buildingId = 't001v1g1b1'): Promise<Someone> => {
  const someone = await world.someone(openid)
  await someone.call('setHome', { buildingId })
  return someone
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

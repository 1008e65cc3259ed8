import { fullDay, fullTime, plainTime } from './shanghai-time.ts'

/**
 * Values as a message template accepts them, by the type in the field's key (`thing3` → thing). WeChat refuses the whole
 * message (47003) for one wrong value, so nothing that has been through here may be wrong. Source: subscribe message rules.
 */
const unseen = /(?:\p{C}|\p{Z}|\p{Mn})+/gu
/** A value without any of these counts as empty, and an empty one is refused. */
const readable = /[\p{L}\p{N}]/u
const cut = (text: string, most: number) => {
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}
/** The first `most` characters that match, and nothing else. */
const only = (text: string, wanted: RegExp, most: number) =>
  [...text]
    .filter(it => wanted.test(it))
    .slice(0, most)
    .join('')

const upTo = (most: number) => (text: string) => {
  const plain = cut(text.replace(unseen, ' ').trim(), most)
  return readable.test(plain) ? plain : '无'
}
const thing = upTo(20)
const name = (text: string) => {
  const plain = only(text, /[\p{Script=Han}A-Za-z*]/u, 20)
  return (/\p{Script=Han}/u.test(plain) ? [...plain].slice(0, 10).join('') : plain) || '无'
}
const amount = (text: string) => {
  const [, sign = '', digits, yuan = ''] =
    /([¥￥$€£]?)(?<![\d.])(\d{1,10}(?:\.\d{1,4})?)(?![\d.])\s*(元?)/.exec(text) ?? []
  return digits ? sign + digits + yuan : '0'
}

const byType: Record<string, (text: string) => string> = {
  thing,
  name,
  amount,
  car_number: upTo(8),
  phrase: text => only(text, /\p{Script=Han}/u, 5) || '无',
  character_string: text => only(text, /[\x21-\x7e]/, 32) || '0',
  number: text => /^\d{1,32}(\.\d+)?$/.exec(text.slice(0, 32))?.[0] ?? '0',
  letter: text => only(text, /[A-Za-z]/, 32) || 'X',
  symbol: text => only(text, /(?!\p{Extended_Pictographic})[\p{P}\p{S}]/u, 5) || '-',
  phone_number: text => only(text, /[\d+\-()*#]/, 17) || '-',
  // A text is no moment: these only keep a wrongly configured template from refusing every message.
  time: () => '0:00',
  date: () => '2000年1月1日',
}

/** Formats a text for the field `key`. Times are given as Date. An unknown type gets the rules of `thing`. */
export const toField = (key: string, value: string | Date): string => {
  const type = key.replace(/\d+$/, '')
  if (value instanceof Date) return momentIn(type, value)
  return (byType[type] ?? thing)(value)
}

const momentIn = (type: string, at: Date): string => {
  const year = at.getUTCFullYear()
  if (!(year > 1000 && year < 9999)) return toField(type, '')
  if (type === 'date') return fullDay(at)
  if (type === 'character_string') return plainTime(at)
  return type === 'time' ? fullTime(at) : (byType[type] ?? thing)(fullTime(at))
}

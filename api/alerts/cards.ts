import type { DueAlert } from '@huiyin/db/alerts/delivery-queries.ts'
import { alertPage, kindOf } from '@huiyin/shared/alerts/alert-kind.ts'
import { shortTime } from '@huiyin/shared/alerts/shanghai-time.ts'
import { cardWords } from './words.ts'

/** What the platform takes: titles of 4–12 characters, keys up to 10, values up to 30. */
const between = (text: string, least: number, most: number) => {
  const cut = [...text].slice(0, most).join('')
  return cut.padEnd(least, '　')
}

/** A card of WeCom for one alert: number, place, deadline; nothing that a person wrote. */
export const noticeOf = ({ kind, matterId, fill }: DueAlert, now: Date) => ({
  page: alertPage(kind, matterId),
  title: between(kindOf(kind).title, 4, 12),
  description: between(fill.kind, 4, 12),
  items: [
    { key: cardWords.number, value: fill.number },
    { key: cardWords.place, value: between(fill.place, 1, 30) },
    ...(fill.dueAt ? [{ key: cardWords.due, value: shortTime(new Date(fill.dueAt), now) }] : []),
  ],
})

/** A text of the group may have 2,048 bytes; a line here has at most about 60. */
export const mostInGroup = 20

/** What a group reads: how many, and the number of each. No place, no person: others read along. */
export const groupText = (alerts: readonly DueAlert[]): string => {
  const lines = [...new Set(alerts.map(({ kind, fill }) => `${kindOf(kind).phrase} ${fill.number}`))]
  return [cardWords.waiting(lines.length), ...lines].join('\n')
}

import type { Topic } from './topics.ts'

/** A period that runs against the resident, as the adviser is reminded of it. `source`: law and article, where it is certain. */
export type LegalClock = { name: string; period: string; source: string | null }

const limitation: LegalClock = { name: '诉讼时效', period: '3 年', source: '民法典第 188 条' }
const clocks: Partial<Record<Topic, LegalClock[]>> = {
  labour: [{ name: '劳动仲裁时效', period: '1 年', source: null }],
  land: [{ name: '农村土地承包仲裁时效', period: '2 年', source: null }, limitation],
}

export const clocksOf = (topic: Topic | null): LegalClock[] => (topic && clocks[topic]) ?? [limitation]

/** What is said about legal aid with every answer where the matter may fit. `source`: the articles behind it. */
export type AidHint = { words: string; source: string }

const applies: Partial<Record<Topic, string>> = {
  labour: '请求支付劳动报酬、工伤赔偿',
  marriage: '请求给付赡养费、抚养费、扶养费，或者遭受家庭暴力',
}

/** The duty to remind is in 法律援助法 23, the matters are in 31, who needs no means test is in 32. */
export const aidHint = (topic: Topic | null): AidHint | null => {
  const matter = topic && applies[topic]
  if (!matter) return null
  const free = topic === 'marriage' ? '；受家庭暴力的，不查经济状况' : ''
  return {
    words: `经济困难的居民，${matter}，可以向法律援助中心申请免费律师${free}。可打 12348，或请村里帮您申请。`,
    source: topic === 'marriage' ? '法律援助法第 23、31、32 条' : '法律援助法第 23、31 条',
  }
}

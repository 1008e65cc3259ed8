/** What a question is about: suggested from her words, never asked for. */
export const topics = ['marriage', 'neighbour', 'land', 'labour', 'loan', 'house', 'consumer', 'other'] as const
export type Topic = (typeof topics)[number]

export const topicNames: Record<Topic, string> = {
  marriage: '婚姻家庭',
  neighbour: '邻里',
  land: '土地',
  labour: '劳动',
  loan: '借贷',
  house: '房屋',
  consumer: '消费',
  other: '其他',
}

const signs: Record<Exclude<Topic, 'other'>, RegExp> = {
  labour: /工资|工钱|欠薪|加班|辞退|开除|工伤|社保|劳动合同|老板|包工头|打工|上班|单位.{0,4}(?:不|没)/,
  marriage: /离婚|结婚|彩礼|抚养|赡养|继承|遗嘱|遗产|家暴|夫妻|老公|老婆|丈夫|妻子|婆婆|媳妇|养老|分家/,
  loan: /借条|欠条|借钱|借款|还钱|欠钱|利息|担保|高利贷|网贷|贷款/,
  land: /土地|承包|宅基地|征地|拆迁|补偿款|田|地界|流转|林地|鱼塘/,
  house: /租房|房东|租客|押金|房租|买房|卖房|房产证|过户|物业费|装修|房子/,
  consumer: /退款|退货|假货|保健品|商家|网购|买到|商场|过期|诈骗|定金|预付卡/,
  neighbour: /邻居|隔壁|楼上|楼下|噪音|漏水|院墙|采光|通行|养狗|停车/,
}

/** The topic that the words hint at most; undefined when they hint at none. */
export const guessTopic = (words: string): Topic | undefined => {
  const counted = (Object.keys(signs) as (keyof typeof signs)[])
    .map(topic => ({ topic, count: words.match(new RegExp(signs[topic], 'g'))?.length ?? 0 }))
    .sort((a, b) => b.count - a.count)
  const [first] = counted
  return first && first.count > 0 ? first.topic : undefined
}

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

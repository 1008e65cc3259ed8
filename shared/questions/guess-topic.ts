import { plainWords } from '../core/words/plain.ts'
import type { Topic } from './topics.ts'

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
  const read = plainWords(words)
  const counted = (Object.keys(signs) as (keyof typeof signs)[])
    .map(topic => ({ topic, count: read.match(new RegExp(signs[topic], 'g'))?.length ?? 0 }))
    .sort((a, b) => b.count - a.count)
  const [first] = counted
  return first && first.count > 0 ? first.topic : undefined
}

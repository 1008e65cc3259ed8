import { seenText } from '../core/words/plain.ts'

/** What in a text for the public could tell a neighbour whom it is about. */
export const traceKinds = ['place', 'person', 'phone', 'number', 'date', 'money', 'age', 'rare', 'plate'] as const
export type TraceKind = (typeof traceKinds)[number]
export type Trace = { kind: TraceKind; words: string }

export const traceNames: Record<TraceKind, string> = {
  place: '地名',
  person: '人名或称呼',
  phone: '电话',
  number: '证件号或账号',
  date: '具体日期',
  money: '具体金额',
  age: '具体年龄',
  rare: '小村里一说就知道的事',
  plate: '车牌',
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'

const digits = '一二三四五六七八九十'
/** All of them look at a text without spaces; what is found is the group, where there is one: phones before iOS 16.4 cannot look behind. */
const patterns: [TraceKind, RegExp][] = [
  ['phone', /(?:^|\D)(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/g],
  ['number', /(?:^|\D)(\d{6,}[\dXx]?)(?!\d)/g],
  ['plate', /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}/g],
  ['date', /(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]|\d{4}年|[〇零一二三四五六七八九]{4}年/g],
  ['date', new RegExp(`[正腊冬${digits}]+月(?:[初廿][${digits}]|[${digits}]+[日号])`, 'g')],
  ['money', /\d[\d,.]*(?:元|块|万|千|百)/g],
  ['money', new RegExp(`[${digits}两几]+多?[千百万][${digits}千百零〇多]*[元块]?`, 'g')],
  ['age', new RegExp(`(?:\\d{1,3}|[${digits}]+)岁`, 'g')],
  ['place', new RegExp(`[\\d${digits}]+(?:号楼|单元)|\\d{3,4}[室房]`, 'g')],
  ['place', /\d+(?:号楼|栋|单元|号院|组|队|社)|[\u4e00-\u9fff]{1,4}(?:小区|花园|胡同|路\d+号)/g],
  [
    'person',
    new RegExp(
      `(?:老|小|阿)[${surnames}](?![\\u4e00-\\u9fff]{0,1}(?:时候|孩))|[${surnames}](?:某|姓|家|师傅|老师|医生|主任|书记|村长|老板|经理|大爷|大妈|婶|嫂|哥|姐|总)`,
      'g',
    ),
  ],
  [
    'rare',
    /村主任|村支书|支部书记|村长|会计|五保户|双胞胎|三胞胎|独生|残疾|聋哑|艾滋|精神病|服刑|坐牢|上门女婿|改嫁|失独|寡妇|唯一|全村|独一/g,
  ],
]

/** As the eye reads it, and nothing between the characters. */
const plain = (text: string) => seenText(text).replace(/\s/g, '')

type Known = { kind: 'place' | 'person'; words: string }

/** A name, and what people use instead of it: the given name alone. */
const said = ({ kind, words }: Known): Known[] =>
  kind === 'person' && words.length > 2
    ? [
        { kind, words },
        { kind, words: words.slice(1) },
      ]
    : [{ kind, words }]

/**
 * Everything in `text` that may be recognised; `known`: names of places and people of this matter that the server knows.
 * Finds too much rather than too little: a person decides, but nothing found may be published unchanged.
 */
export const tracesIn = (text: string, known: readonly Known[] = []): Trace[] => {
  const read = plain(text)
  const found: Trace[] = known.flatMap(said).filter(it => it.words.length > 1 && read.includes(plain(it.words)))
  for (const [kind, pattern] of patterns)
    for (const [whole, words = whole] of read.matchAll(pattern)) found.push({ kind, words })
  const seen = new Set<string>()
  return found.filter(({ words }) => !seen.has(words) && seen.add(words))
}

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

const patterns: [TraceKind, RegExp][] = [
  ['phone', /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/g],
  ['number', /(?<!\d)\d{6,}[\dXx]?(?!\d)/g],
  ['plate', /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}/g],
  [
    'date',
    /(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*[日号]|\d{4}\s*年|[一二三四五六七八九十]+月[一二三四五六七八九十]+[日号]/g,
  ],
  ['money', /\d[\d,.]*\s*(?:元|块|万)|[一二三四五六七八九两]+(?:千|百|万)[一二三四五六七八九]+(?:百|十)?[元块]?/g],
  ['age', /\d{1,3}\s*岁/g],
  ['place', /\d+\s*(?:号楼|栋|单元|号院|组|队|社)|[\u4e00-\u9fff]{1,4}(?:小区|花园|胡同|路\d+号)/g],
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

/**
 * Everything in `text` that may be recognised; `known`: names of places and people of this matter that the server knows.
 * Finds too much rather than too little: a person decides, but nothing found may be published unchanged.
 */
export const tracesIn = (text: string, known: readonly { kind: 'place' | 'person'; words: string }[] = []): Trace[] => {
  const found: Trace[] = known.filter(it => it.words.length > 1 && text.includes(it.words))
  for (const [kind, pattern] of patterns)
    for (const [words] of text.matchAll(pattern)) found.push({ kind, words: words.trim() })
  const seen = new Set<string>()
  return found.filter(({ words }) => !seen.has(words) && seen.add(words))
}

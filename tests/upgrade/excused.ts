/** An answer that is no longer what it was: where (`path` of the request), which fields, and why that does no harm to an old phone. */
export type Excuse = { path: RegExp; fields?: readonly string[]; why: string } & Partial<{
  /** What came to, or left, a list of words. */
  items: readonly string[]
  /** Sentences that say the same in other words: as it was, as it is. */
  sentences: Readonly<Record<string, string>>
  /** The same of sentences with names and times in them. */
  phrases: readonly (readonly [was: RegExp, is: string])[]
}>

/** Of what was read, or repeated, before the upgrade. */
export const changedAnswers: readonly Excuse[] = [
  {
    path: /^\/api\/alerts\/calls/,
    fields: ['hasPhone', 'tries', 'triedAt'],
    why: 'whoever makes a call sees whether there is a number, and how often nobody answered; an old phone reads none of it',
  },
  { path: /^\/api\/office\/calendar$/, fields: ['url'], why: 'each call draws a secret address anew; it always did' },
  {
    path: /^\/api\/questions\/[0-9a-f-]{36}$/,
    items: ['danger'],
    why: 'who is in danger may say so again, and always could; `can` now says it too, and the page goes by `danger`',
  },
  {
    path: /^\/api\/reports\/[0-9a-f-]{36}\/(?:publication|consents)|^\/api\/publications/,
    fields: ['words', 'version', 'tookHours', 'thanks'],
    why: 'what was done can be published too, how long it took and the thanks too, and to which text she agreed; an old phone reads none of it',
  },
  {
    path: /^\/api\/reports\/[0-9a-f-]{36}$/,
    fields: ['callPhone'],
    why: 'a resident may be told whom to ring; an old phone reads none of it',
  },
  {
    path: /^\/api\/reports\/[0-9a-f-]{36}$/,
    fields: ['hand', 'forWhom', 'unseen', 'source'],
    phrases: [[/^文字里有「.+」$/, '按写的内容，像是紧急的事']],
    items: ['start', 'dispatch', 'resolve', 'note', 'reopen'],
    why: 'whoever holds a post on the line may do the work for its owner, and whoever joined may add what he sees and say that it is not solved; an old phone shows the buttons that `can` names; that there is no photo it is told in the message; the reason of the urgency quotes her words to nobody who may not read them',
  },
  {
    path: /^\/api\/reports\/(?:desk|mine)/,
    fields: ['words'],
    why: 'a card shows how her words begin; an old phone reads none of it',
  },
  {
    path: /^\/api\/slots/,
    fields: ['items', 'next'],
    why: 'New Year’s Day is off by law before any notice names it: its hours are offered no longer',
  },
  {
    path: /^\/api\/office\/record/,
    phrases: [[/,现场 /g, ',当面 ']],
    why: 'where both sit together is said as residents say it',
  },
  {
    path: /^\/api\/alerts/,
    fields: ['urgent'],
    phrases: [
      [/已接单$/, '已接手'],
      [/^已受理$/, '有人接手了'],
      [/^(编号 .+会在.+前)受理$/, '$1接手'],
      [/已受理您的上报（/, '已接手您上报的事（'],
    ],
    sentences: {
      '已办结，请您确认': '办好了，请您确认',
      已督办: '上级在催办',
      已销号: '已结束',
      '区里督办，要求12月8日 17:00前办好': '区里在催办，要求12月8日 17:00前办好',
      '镇街督办，要求11月24日 11:00前办好': '镇街在催办，要求11月24日 11:00前办好',
    },
    why: 'residents read plain words; the message means what it meant; an old phone reads nothing of how much it presses',
  },
]

/** Of the description: the words of the complaint, and why no phone minds. */
export const changedDescription: readonly { complaint: string; why: string }[] = [
  ...['POST /api/questions/{id}/read', 'GET /api/questions/{id}'].map(call => ({
    complaint: `${call}.publication.state: hidden`,
    why: 'of a text that a complaint has hidden an old phone shows the text without a line about it; to take it back she needs the new one',
  })),
  ...[
    'GET /api/reports/{id}.history[]',
    'POST /api/questions/{id}/read.steps[]',
    'GET /api/questions/{id}.steps[]',
  ].map(step => ({
    complaint: `${step}.event: days`,
    why: 'of a deadline that was reckoned anew an old phone shows when and no word; the message says it',
  })),
]

/** The same with the fields of each object in the order of their names: no phone reads by the order. */
export const inOrder = (heard: string): string => {
  const [status, body] = [heard.slice(0, 3), heard.slice(4)]
  if (!body.startsWith('{') && !body.startsWith('[')) return heard
  const ordered = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return `${status} ${JSON.stringify(JSON.parse(body, ordered))}`
}

/** What is heard, as far as it has to stay. A refusal has a number of its own each time. */
export const lasting = (path: string, heard: string): string => {
  const excuses = changedAnswers.filter(it => it.path.test(path))
  const [fields, items] = [excuses.flatMap(it => it.fields ?? []), excuses.flatMap(it => it.items ?? [])]
  const sentences: Record<string, string> = Object.assign({}, ...excuses.map(it => it.sentences ?? {}))
  const phrases = excuses.flatMap(it => it.phrases ?? [])
  const sameIn = (said: string) => phrases.reduce((it, [was, is]) => it.replace(was, is), sentences[said] ?? said)
  if (heard.startsWith('2') && excuses.length === 0) return heard
  const [status, body] = [heard.slice(0, 3), heard.slice(4)]
  if (!body.startsWith('{') && !body.startsWith('[')) return `${status} ${sameIn(body)}`
  const without = [...fields, ...(status.startsWith('2') ? [] : ['instance'])]
  const lastingIn = (name: string, value: unknown) => {
    if (without.includes(name)) return undefined
    if (Array.isArray(value)) return value.filter(it => !items.includes(it))
    return typeof value === 'string' ? sameIn(value) : value
  }
  return `${status} ${JSON.stringify(JSON.parse(body, lastingIn))}`
}

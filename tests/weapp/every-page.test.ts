import { afterAll, beforeAll, expect, test } from 'vitest'
import { at, books, holds } from '../consultations/booking.ts'
import { asks, claims } from '../questions/asking.ts'
import type { Miniprogram } from '../support/weapp/miniprogram.ts'
import { readProject } from '../support/weapp/project.ts'
import { everyNode, labelsOf, textOf, type ViewNode } from '../support/weapp/tree.ts'
import type { Someone } from '../support/world.ts'
import { dist, openPhones, type Phones } from './phones.ts'
import { shownToAll } from './shown-to-all.ts'
import { filedBy, resident } from './steps.ts'

/** What holds for every page there is, with a town's worth of matters on it. */
let town: Phones
let id: string
/** A closed matter that the township may publish. */
let closed: string
/** Questions by the page that shows one. */
let asked: Record<string, string>
/** Bookings by the page that shows one. */
let booked: Record<string, string>

beforeAll(async () => {
  town = await openPhones()
  const she = await resident(town, 'resident')
  await shownToAll(town.world, she)
  closed = await shownToAll(town.world, she, { publish: false })
  await closedPoorly(she)
  asked = await ask(she)
  booked = await book(she)
  for (let n = 0; n < 24; n++) id = await filedBy(she, `第 ${n} 盏路灯不亮`)
})
afterAll(() => town.close())

/** A question that waits, one in the adviser's hand, and what everybody may read. */
const ask = async (she: Someone) => {
  const adviser = await town.world.someone('adviser')
  const justice = await town.world.someone('justice')
  const [waiting, held, told] = await Promise.all([asks(she), asks(she), asks(she, { topic: 'labour' })])
  const tap = { id: told, eventId: crypto.randomUUID() }
  const publication = { question: '借钱不还怎么办', answer: '可以起诉' }
  await adviser.call('answerQuestion', { ...tap, fence: await claims(adviser, told), words: '可以起诉', publication })
  await she.call('decidePublication', { id: told, eventId: crypto.randomUUID(), decision: 'approve' })
  await justice.call('reviewAnswer', { id: told, verdict: 'publish' })
  await claims(adviser, held)
  const [shown] = (await she.call('listLegalAnswers', {})).items
  return { receipt: told, show: told, card: waiting, handle: held, answer: shown?.id ?? '' }
}

/** A time that is kept, and one that is booked. */
const book = async (she: Someone) => {
  const adviser = await town.world.someone('adviser')
  const show = await books(she, at(adviser, '2026-11-24 14:00'))
  return { show, week: show, book: await holds(she, at(adviser, '2026-11-24 14:40')) }
}

/** Whose page it is, where it is not the resident's. */
const holders: Record<string, string> = {
  'reports/pages/desk/index': 'worker',
  'reports/pages/handle/index': 'worker',
  'reports/pages/calls/index': 'officer',
  'reports/pages/visits/index': 'officer',
  'reports/pages/publish/index': 'officer',
  ...Object.fromEntries(
    ['queue', 'card', 'handle', 'paragraphs', 'figures'].map(it => [`questions/pages/${it}/index`, 'adviser']),
  ),
  'questions/pages/desk/index': 'justice',
  ...Object.fromEntries(['week', 'hours'].map(it => [`consultations/pages/${it}/index`, 'adviser'])),
  'consultations/pages/coverage/index': 'justice',
}
const pages = readProject(dist).pages.map(page => [page])
const idFor = (page: string): string => {
  const [room, , name = ''] = page.split('/')
  if (room === 'questions') return asked[name] ?? id
  if (room === 'consultations') return booked[name] ?? ''
  return name === 'publish' ? closed : id
}
const open = (page: string, options: object = {}) =>
  town.open(holders[page] ?? 'resident', { path: `${page}?id=${idFor(page)}`, ...options })

/** A matter that the township has to visit. */
const closedPoorly = async (she: Someone) => {
  const closed = await filedBy(she, '井盖松了')
  const worker = await town.world.someone('worker')
  const photo = await worker.upload()
  const tap = () => ({ id: closed, eventId: crypto.randomUUID() })
  await worker.call('acceptReport', tap())
  await worker.call('resolveReport', { ...tap(), words: '好了', photoIds: [photo.id] })
  await she.call('confirmReport', { ...tap(), rating: 'poor' })
}

/** Everything from the page's frame downwards. */
const nodesOf = (phone: Miniprogram) => everyNode(phone.find({ class: 'hy' }))
/** WeChat itself says what these are. */
const spokenByItself = ['button', 'input', 'textarea']
const isMute = (node: ViewNode) => labelsOf(node).length === 0 && textOf(node) === ''
const taps = (node: ViewNode) =>
  ['bindtap', 'bind:tap', 'catchtap', 'catch:tap'].some(name => node.attrs[name] !== undefined)

test.each(pages)('%s opens, says something and leaves no error', async page => {
  const phone = await open(page)
  expect(phone.screen().length).toBeGreaterThan(20)
  expect(phone.faults()).toEqual([])
  expect(phone.console().filter(line => line.startsWith('error'))).toEqual([])
})

test.each(pages)('%s stays light: few nodes, shallow, and little data at a time', async page => {
  const phone = await open(page, { shape: { fontSizeScaleFactor: 1.75 } })
  const { nodes, depth, mostChildren, largestBytes } = phone.figures()
  expect(
    { nodes: nodes < 600, depth: depth < 20, mostChildren: mostChildren <= 40 },
    JSON.stringify(phone.figures()),
  ).toEqual({ nodes: true, depth: true, mostChildren: true })
  expect(largestBytes).toBeLessThan(50 * 1024)
})

test.each(pages)('%s is spoken whole: what can be tapped has a name and says that it can be tapped', async page => {
  const phone = await open(page)
  const nameless = nodesOf(phone)
    .filter(node => taps(node) && node.attrs.ariaHidden === undefined)
    .filter(node => !(spokenByItself.includes(node.tag) || node.attrs.ariaRole) || isMute(node))
  expect(nameless.map(node => node.classes.join('.'))).toEqual([])
})

test.each(pages)('%s speaks Chinese only', async page => {
  const phone = await open(page)
  expect(phone.screen().replace(/微信|[A-Z]{2,3}\b/g, '')).not.toMatch(/[A-Za-z]{2}/)
})

test('every field has a name for the ear', async () => {
  const phone = await open('reports/pages/new/index')
  const fields = nodesOf(phone).filter(node => ['input', 'textarea'].includes(node.tag))
  expect(fields.map(field => field.attrs.ariaLabel)).toEqual(['说一句', '具体位置（可不填）'])
})

test('the list of many matters grows by 看更多', async () => {
  const phone = await open('reports/pages/mine/index')
  expect(phone.findAll({ class: 'report-card' })).toHaveLength(20)
  await phone.tap('看更多')
  await phone.waitFor(() => phone.findAll({ class: 'report-card' }).length === 27)
  expect(phone.has('看更多')).toBe(false)
})

test('every phone stayed without an error', () => town.closeAll())

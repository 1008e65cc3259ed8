import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagesOf } from '../lists/pages.ts'
import { dist, openPhones, type PhonePages, type Phones } from '../support/phones.ts'
import { resident } from '../support/steps.ts'
import type { Miniprogram } from '../support/weapp/miniprogram.ts'
import { readProject } from '../support/weapp/project.ts'
import { everyNode, labelsOf, textOf, type ViewNode } from '../support/weapp/tree.ts'

/** What holds for every page there is, with a town's worth of matters on it. */
let town: Phones
const shown: Record<string, Record<string, string>> = {}

beforeAll(async () => {
  town = await openPhones()
  const she = await resident(town, 'resident')
  for (const [room, { fill }] of Object.entries(pagesOf)) shown[room] = await fill(town.world, she)
})
afterAll(() => town.close())

const { pages } = readProject(dist)
const open = (page: string, options: object = {}) => {
  const [room = '', , name = ''] = page.split('/')
  const { holders }: Partial<PhonePages> = pagesOf[room] ?? {}
  const id = shown[room]?.[name]
  return town.open(holders?.[name] ?? 'resident', { path: id ? `${page}?id=${id}` : page, ...options })
}

/** Everything from the page's frame downwards. */
const nodesOf = (phone: Miniprogram) => everyNode(phone.find({ class: 'hy' }))
/** WeChat itself says what these are. */
const spokenByItself = ['button', 'input', 'textarea']
const isMute = (node: ViewNode) => labelsOf(node).length === 0 && textOf(node) === ''
const taps = (node: ViewNode) =>
  ['bindtap', 'bind:tap', 'catchtap', 'catch:tap'].some(name => node.attrs[name] !== undefined)

describe.each(pages)('%s', page => {
  let phone: Miniprogram
  beforeAll(async () => {
    phone = await open(page)
  })
  // An open page goes on asking for news.
  afterAll(() => phone.close())

  test('opens, says something and leaves no error', () => {
    expect(phone.screen().length).toBeGreaterThan(20)
    expect(phone.faults()).toEqual([])
    expect(phone.console().filter(line => line.startsWith('error'))).toEqual([])
  })

  test('stays light: few nodes, shallow, and little data at a time', async () => {
    const larger = await open(page, { shape: { fontSizeScaleFactor: 1.75 } })
    const { nodes, depth, mostChildren, largestBytes } = larger.figures()
    expect(
      { nodes: nodes < 600, depth: depth < 20, mostChildren: mostChildren <= 40 },
      JSON.stringify(larger.figures()),
    ).toEqual({ nodes: true, depth: true, mostChildren: true })
    expect(largestBytes).toBeLessThan(50 * 1024)
    larger.close()
  })

  test('is spoken whole: what can be tapped has a name and says that it can be tapped', () => {
    const nameless = nodesOf(phone)
      .filter(node => taps(node) && node.attrs.ariaHidden === undefined)
      .filter(node => !(spokenByItself.includes(node.tag) || node.attrs.ariaRole) || isMute(node))
    expect(nameless.map(node => node.classes.join('.'))).toEqual([])
  })

  test('speaks Chinese only', () => {
    expect(phone.screen().replace(/微信|[A-Z]{2,3}\b/g, '')).not.toMatch(/[A-Za-z]{2}/)
  })
})

test('every phone stayed without an error', () => town.closeAll())

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { lists } from '@huiyin/dev/rooms.ts'
import type { Address } from '@huiyin/shared/core/address.ts'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { root } from '../support/builds.ts'
import { nodesOf, parsed, placeOf, read, saidBy, sourcesIn } from './syntax.ts'

const files = sourcesIn('miniapp/src')
const inMiniapp = createRequire(join(root, 'miniapp/package.json'))
type Parts = Record<string, Record<string, string>>
const { internalComponents } = inMiniapp('@tarojs/shared') as { internalComponents: Parts }
const dropUnused = inMiniapp('./plugins/aria/unused.js') as (parts: Parts) => void

test('in the mini-program no import climbs more than once', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter(file => /(?:from|import) '(?:\.\.\/){2}/.test(read(file)))).toEqual([])
})

test('the lists of rooms are those of the folders that are there', () => {
  for (const [file, text] of Object.entries(lists())) expect(read(file), file).toBe(text)
})

test('every address has a page and every page an address', async () => {
  const named = sourcesIn('shared').filter(file => file.endsWith('-pages.ts'))
  const modules = await Promise.all(
    named.map((file): Promise<Record<string, Record<string, Address>>> => import(join(root, file))),
  )
  const addresses = modules.flatMap(it => Object.values(it)).flatMap(pages => Object.values(pages).map(it => it.path))
  const pages = files.flatMap(file => /^miniapp\/src\/((?:\w+\/)?pages\/[\w-]+\/index)\.tsx$/.exec(file)?.[1] ?? [])
  expect(addresses.toSorted()).toEqual(pages.toSorted())
})

test('no page is blank when it throws: each is opened by the one hand that shows what happened', () => {
  const pages = files.filter(file => /\/pages\/[\w-]+\/index\.tsx$/.test(file))
  expect(pages.length).toBeGreaterThan(8)
  expect(pages.filter(file => !read(file).includes('\nexport default asPage('))).toEqual([])
})

test('no page is named by a text: only its address leads to it', () => {
  const isImport = ({ parent }: ts.Node) => ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent)
  const named = files
    .filter(file => read(file).includes('pages/'))
    .flatMap(file => nodesOf(parsed(file)))
    .filter(node => /(?:^|\/)pages\//.test(saidBy(node) ?? '') && !isImport(node))
  expect(named.map(placeOf)).toEqual([])
})

test('a room goes without a trace: beside its own folders only the lists name it', () => {
  // People stand below the others, who may know them.
  const rooms = files
    .flatMap(file => /^miniapp\/src\/(\w+)\/room\.ts$/.exec(file)?.[1] ?? [])
    .filter(it => it !== 'people')
  expect(rooms.length).toBeGreaterThan(0)
  const lists = ['miniapp/src/room-pages.ts', 'miniapp/src/rooms.ts', 'shared/problems.ts']
  const beside = (room: string) =>
    [...files, ...sourcesIn('shared')].filter(
      file =>
        !file.includes(`/${room}/`) && new RegExp(`from '(?:@|@huiyin/shared|\\.{1,2})/${room}/`).test(read(file)),
    )
  for (const room of rooms) expect(beside(room), room).toEqual(lists)
})

test('no page asks a part for what its template does not carry any more', async () => {
  const components = structuredClone(internalComponents)
  const all = structuredClone(components)
  dropUnused(components)
  const dropped = (part: string) => Object.keys(all[part] ?? {}).filter(name => !(name in (components[part] ?? {})))
  const asked = (name: string) =>
    name
      .replace(/^onLongPress$/, 'onLongTap')
      .replace(/^on(?=[A-Z])/, 'bind')
      .replace(/(?<!^bind.*)[A-Z]/g, it => `-${it.toLowerCase()}`)
  const isIn =
    (part: string) =>
    (node: ts.Node): node is ts.JsxOpeningLikeElement =>
      ts.isJsxOpeningLikeElement(node) && node.tagName.getText() === part
  const parts = Object.keys(all).filter(part => dropped(part).length > 0)
  expect(parts).toContain('ScrollView')
  for (const part of parts) {
    const attributes = files.flatMap(file =>
      nodesOf(parsed(file))
        .filter(isIn(part))
        .flatMap(it => [...it.attributes.properties]),
    )
    expect(attributes.length, part).toBeGreaterThan(0)
    const lost = attributes.filter(it => it.name && dropped(part).includes(asked(it.name.getText())))
    expect(lost.map(placeOf), part).toEqual([])
  }
})

test('no page listens to a store in an effect: what changed between its drawing and that would never be shown', () => {
  const isEffect = (node: ts.Node): node is ts.CallExpression =>
    ts.isCallExpression(node) && /^use(Layout)?Effect$/.test(node.expression.getText())
  const listens = (node: ts.Node) =>
    ts.isCallExpression(node) && /(?:^|\.)(?:subscribe|on[A-Z]\w*)$/.test(node.expression.getText())
  const effects = files.flatMap(file => nodesOf(parsed(file)).filter(isEffect))
  expect(effects.length).toBeGreaterThan(8)
  expect(effects.flatMap(nodesOf).filter(listens).map(placeOf)).toEqual([])
})

test('nobody touches the storage of the phone but through what never stands in the way', () => {
  const uses = files
    .flatMap(file => nodesOf(parsed(file)))
    .filter(node => ts.isPropertyAccessExpression(node) && node.getText() === 'platform.storage')
  expect(uses.length).toBeGreaterThan(0)
  const bare = uses.filter(
    ({ parent }) => !(ts.isCallExpression(parent) && parent.expression.getText() === 'createKeeping'),
  )
  expect(bare.map(placeOf)).toEqual([])
})

const sheets = files.flatMap(file =>
  nodesOf(parsed(file)).filter(
    (node): node is ts.JsxElement => ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Sheet',
  ),
)

test('what is done in a sheet stands at its foot, where it is always in sight', () => {
  expect(sheets.length).toBeGreaterThan(10)
  const grave = (node: ts.Node) =>
    ts.isJsxSelfClosingElement(node) && /^<Button[\s\S]*kind="(main|grave)"/.test(node.getText())
  expect(
    sheets
      .flatMap(it => it.children.flatMap(nodesOf))
      .filter(grave)
      .map(placeOf),
  ).toEqual([])
})

/** Open only in rare moments, or measured by another room; each is built like the one beside it, which is of its own room or of the house. */
const alike: Record<string, string> = {
  'consultations/booking/confirm-booking': 'consultations/components/sure',
  'consultations/booking/taken-sheet': 'consultations/office/walk-in-sheet',
  'consultations/office/next-time': 'consultations/offering/pick-field',
  'core/device/privacy': 'pages/components/leave',
  'core/photos/long-picture': 'pages/components/leave',
  'grids/components/village-sheet': 'pages/components/leave',
  'questions/asking/private-textarea': 'pages/components/leave',
  'questions/asking/say-more': 'questions/answering/words-sheet',
  'questions/desk/assign-sheet': 'questions/answering/work-acts',
  'questions/asking/take-back': 'pages/components/leave',
  'reports/filing/withdraw': 'pages/components/leave',
}

test('every sheet is measured on a small phone, or built like one that is', () => {
  const lists = sourcesIn('tests').filter(file => /browser\/(?:looks|sheets\.test)\.ts$/.test(file))
  const measured = lists.flatMap(file => [...read(file).matchAll(/sheet: '([^']+)'/g)].map(([, name = '']) => name))
  const there = [...new Set(sheets.map(it => it.getSourceFile().fileName.replace(/^miniapp\/src\/|\.tsx$/g, '')))]
  const rooms = new Set(files.map(file => file.split('/')[2]))
  const here = Object.entries(alike).filter(([it]) => rooms.has(it.split('/')[0]))
  expect(there.filter(it => !measured.includes(it) && !(it in alike))).toEqual([])
  expect([...measured, ...here.map(([it]) => it)].filter(it => !there.includes(it))).toEqual([])
  expect(here.filter(([, like]) => !measured.includes(like))).toEqual([])
})

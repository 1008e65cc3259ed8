import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFixture } from './fixture.ts'
import {
  brokenImports,
  foreignDomains,
  missingAria,
  packageSizes,
  placeCalls,
  runGates,
  templateErrors,
} from './gates.ts'
import { missingFiles } from './missing-files.ts'

const home = 'pages/home/index'
const build = (files: Record<string, string | undefined> = {}, app: object = {}) =>
  makeFixture({ [home]: {} }, app, files)

test('an unclosed tag and a bad expression are found with file and line', () => {
  expect(templateErrors(build())).toEqual([])
  expect(templateErrors(build({ [`${home}.wxml`]: '<view>\n\n<text></view>' }))).toEqual([
    expect.stringMatching(/^pages\/home\/index\.wxml:3:\d+: /),
  ])
  expect(templateErrors(build({ [`${home}.wxml`]: '<view>{{a b}}</view>' }))).toEqual([
    expect.stringContaining('index.wxml:1:'),
  ])
})

test('an import without its file is found', () => {
  const wxml = '<import src="../../base.wxml"/>\n<include src="/gone"/>\n<wxs module="m" src="./here.wxs"/>'
  const dist = build({ [`${home}.wxml`]: wxml, 'base.wxml': '', 'pages/home/here.wxs': '' })
  expect(brokenImports(dist)).toEqual(['pages/home/index.wxml:2: gone is not there'])
})

test('every page, tab, icon, theme and component that is named must exist', () => {
  const tabBar = { list: [{ pagePath: home, text: '首页', iconPath: '@home', selectedIconPath: 'icons/on.png' }] }
  const theme = JSON.stringify({ light: { home: 'icons/light.png' }, dark: {} })
  const dist = build(
    {
      [`${home}.json`]: '{"usingComponents":{"card":"../../parts/card"}}',
      'theme.json': theme,
      'icons/light.png': 'x',
    },
    { tabBar, themeLocation: 'theme.json', subPackages: [{ root: 'reports', pages: ['new'] }] },
  )
  expect(missingFiles(dist).map(line => line.split(' is missing')[0])).toEqual([
    'reports/new.js',
    'reports/new.wxml',
    'reports/new.json',
    'icons/on.png',
    '@home in dark',
    'parts/card.js',
    'parts/card.wxml',
    'parts/card.json',
  ])
  expect(missingFiles(build())).toEqual([])
})

test('sizes are counted per package', () => {
  const dist = build({ 'reports/new.js': 'x'.repeat(300) }, { subPackages: [{ root: 'reports', pages: ['new'] }] })
  const { main, subpackages, total } = packageSizes(dist)
  expect(subpackages).toEqual({ reports: 300 })
  expect(total).toBe(main + 300)
})

test('templates without names for a screen reader are found', () => {
  const aria = 'aria-label="{{i.p1}}" aria-role="{{i.p2}}"'
  const base = `<view bindtap="eh" ${aria}></view><button ${aria}/><input ${aria}/><textarea ${aria}/><image ${aria}/>`
  expect(missingAria(build({ 'base.wxml': base }))).toEqual([])
  expect(missingAria(build({ 'base.wxml': base.replace(`<button ${aria}/>`, '<button/>') }))).toEqual([
    'base.wxml: <button> without aria-label',
  ])
})

test('asking for the position is found, a name in a list is not', () => {
  expect(placeCalls(build({ 'a.js': 'var names=["getImageInfo","getLocation","getNetworkType"]' }))).toEqual([])
  expect(placeCalls(build({ 'a.js': 'wx.getLocation({})' }))).toEqual(['a.js:1: getLocation'])
  expect(placeCalls(build({ 'a.js': 'const {getLocation:p}=wx' }))).toHaveLength(1)
  expect(placeCalls(build({}, { requiredPrivateInfos: ['getLocation'] }))).toHaveLength(1)
})

test('a foreign host is found, our own is not', () => {
  const files = {
    'a.js': 'x("https://huiyin.example/api");y("//cdn.elsewhere.example/a.js")',
    'a.wxss': 'a{b:url(https://fonts.elsewhere.example/f)}',
  }
  expect(foreignDomains(build(files), ['https://huiyin.example'])).toEqual([
    'a.js: cdn.elsewhere.example',
    'a.wxss: fonts.elsewhere.example',
  ])
})

test('all gates together, WeChat’s own among them, pass on a sound build and fail on a broken one', async () => {
  const states = async (dist: string) =>
    Object.fromEntries((await runGates(dist)).map(({ name, state }) => [name, state]))
  const sound = await states(build({ 'project.config.json': '{"appid":"wx0000000000000000"}' }))
  expect(sound).toMatchObject({
    'templates compile': 'passed',
    'ci compiles': 'passed',
    'ci LAZYCODE_LOADING_OPEN': 'passed',
  })
  const broken = build({ 'project.config.json': '{}', [`${home}.js`]: undefined })
  expect(await states(broken)).toMatchObject({ 'named files exist': 'failed', 'ci compiles': 'failed' })
})

test('a check that could not run says NOT RUN', async () => {
  const dist = build()
  writeFileSync(join(dist, 'project.config.json'), '{ not json')
  const gates = await runGates(dist)
  expect(gates.filter(gate => gate.state === 'NOT RUN').map(gate => gate.name)).toContain('ci LAZYCODE_LOADING_OPEN')
})

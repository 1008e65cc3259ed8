import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pagesFolder, testOrigin } from '@huiyin/dev/build.ts'
import { beforeAll, expect, test } from 'vitest'
import { newScripts, newStyles } from '../support/old-phones.ts'
import { dist } from '../support/phones.ts'
import { type Gate, packageSizes, runGates } from '../support/weapp/gates.ts'
import { readProject } from '../support/weapp/project.ts'

/** What WeChat, its review and an old phone would say to the compiled build. */
const wanted = [
  'templates compile',
  'imports have targets',
  'named files exist',
  'packages fit',
  'templates carry aria',
  'old phones can run it',
  'old phones can draw it',
  'no getLocation',
  'no foreign domain',
  'ci compiles',
  'ci PACKAGE_SIZE_LIMIT',
  'ci LAZYCODE_LOADING_OPEN',
  'ci IMAGE_AND_AUDIO_LIMIT',
  'ci CONTAINS_OTHER_PKG_JS',
  'ci CONTAINS_OTHER_PKG_COMPONENTS',
  'ci CONTAINS_UNUSED_PLUGINS',
  'ci CONTAINS_UNUSED_COMPONENTS',
]

let gates: Gate[]
beforeAll(async () => {
  gates = await runGates(dist, [testOrigin])
})

test.each(wanted)('the build passes this gate, which really ran: %s', name => {
  const gate = gates.find(one => one.name === name)
  expect({ state: gate?.state, findings: gate?.findings }).toEqual({ state: 'passed', findings: [] })
})

test('the browser’s build can be run and drawn by the same phones', () => {
  // Ours in a `try`; Swiper's behind a question and under its own name; added in missing.h5.ts.
  const except = ['createImageBitmap', 'ResizeObserver', '.use()', '.replaceAll()']
  expect([...newScripts(pagesFolder('h5'), except), ...newStyles(pagesFolder('h5'))]).toEqual([])
})

test('no gate is passed over', () => {
  expect(gates.map(gate => gate.name)).toEqual(wanted)
})

test('a gate that cannot run does not count as passed', async () => {
  const nothing = mkdtempSync(join(tmpdir(), 'huiyin-nothing-'))
  await expect(runGates(nothing)).rejects.toThrow('app.json')
  rmSync(nothing, { recursive: true })
})

/** Bytes of a bare Taro hello world of the same versions; bench measures it again beside ours. */
const helloWorld = 283_804
const mostTimesHello = 1.44
const mostPerSubpackage = 300_000

test('the main package is at most 1.44 hello worlds', () => {
  expect(packageSizes(dist).main).toBeLessThanOrEqual(helloWorld * mostTimesHello)
})

test('no schema travels to a phone, nor the library for them: the server checks', () => {
  const scripts = globSync('**/*.js', { cwd: dist })
  const withSchemas = scripts.filter(it => /_zod|safeParse|ZodMini/.test(readFileSync(join(dist, it), 'utf8')))
  expect([scripts.length > 10, withSchemas]).toEqual([true, []])
})

test('every subpackage is at most 300 KB', () => {
  const { subpackages } = packageSizes(dist)
  expect(Object.keys(subpackages).sort()).toEqual(['consultations', 'people', 'questions', 'reports'])
  for (const [name, bytes] of Object.entries(subpackages)) expect(bytes, name).toBeLessThanOrEqual(mostPerSubpackage)
})

test('WeChat is asked for the one private ability that the service uses, and for consent', () => {
  const { app } = readProject(dist)
  expect(app.requiredPrivateInfos).toEqual(['chooseLocation'])
  expect(app.__usePrivacyCheck__).toBe(true)
})

test('pages are loaded as they are needed, and letters and bars follow the dark', () => {
  const { app } = readProject(dist)
  expect(app).toMatchObject({ lazyCodeLoading: 'requiredComponents', darkmode: true, themeLocation: 'theme.json' })
})

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { purposeWords } from '@huiyin/miniapp/src/core/device/purpose-words.ts'
import { entryWords } from '@huiyin/miniapp/src/people/entry-words.ts'
import { expect, test } from 'vitest'
import { root } from '../support/builds.ts'
import { dist } from '../support/phones.ts'
import { privateApis } from '../support/weapp/wx/privacy.ts'

/** What WeChat is told of private abilities is what the compiled program uses, and each is asked for with a purpose of its own. */
const scripts = globSync('**/*.js', { cwd: dist }).map(it => readFileSync(join(dist, it), 'utf8'))
/** Called, or what a button opens: a mere name stands in every list of the framework. */
const uses = (api: string) => scripts.some(it => new RegExp(`\\.${api}\\(|openType:["']${api}`).test(it))
const used = privateApis.filter(uses).sort()

/** The second column of the table in docs/operations.md. */
const listed = readFileSync(join(root, 'docs/operations.md'), 'utf8')
  .split('\n')
  .slice(...[/用户隐私保护指引/, /写明保存期限/].map(line => lineOf(line)))
  .flatMap(line => /^ {3}\|[^|]+\| ([a-zA-Z]\w+)/.exec(line)?.[1] ?? [])
  .sort()

function lineOf(text: RegExp) {
  return readFileSync(join(root, 'docs/operations.md'), 'utf8')
    .split('\n')
    .findIndex(line => text.test(line))
}

test('the table of the privacy guide lists what the compiled program uses, no more and no less', () => {
  expect(used.length).toBeGreaterThan(5)
  expect(listed).toEqual(used)
})

test('each of them is asked for with a purpose of its own: a calendar is no photo', () => {
  const { authorize, ...rest } = purposeWords
  const asks = { ...rest, getPhoneNumber: entryWords.bindPurpose }
  expect(Object.keys(asks).sort()).toEqual(used)
  const said = [...Object.values(asks), authorize]
  expect(new Set(said).size).toBe(said.length)
})

test('the microphone is used by the plug-in alone, and the table says so', () => {
  expect(scripts.some(it => /\.getRecorderManager\(/.test(it))).toBe(false)
  expect(readFileSync(join(root, 'docs/operations.md'), 'utf8')).toMatch(/\| 麦克风 \| 同声传译插件/)
})

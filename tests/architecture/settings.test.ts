import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEnv } from '@huiyin/api/core/env.ts'
import { expect, test } from 'vitest'
import { root } from '../support/builds.ts'

const text = (file: string) => readFileSync(join(root, file), 'utf8')

test('.env.example names exactly the settings that the service reads', () => {
  const read = [...text('api/core/env.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(it => it[1])
  const settings = new Set(read.filter(name => name !== 'TEMPLATES'))
  const named = [...text('.env.example').matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm)].map(it => it[1])
  expect(named.toSorted()).toEqual([...settings].toSorted())
})

test('.env.example speaks of what the build of the mini-program is told, too', () => {
  const read = [...text('miniapp/config/index.js').matchAll(/process\.env\.([A-Z_]+)/g)].map(it => it[1] ?? '')
  const told = read.filter(name => name !== 'TARO_ENV')
  expect(told.length).toBeGreaterThan(0)
  expect(told.filter(name => !text('.env.example').includes(name))).toEqual([])
})

test('.env.example gives no value to anything secret', () => {
  const given = [...text('.env.example').matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=(.+)$/gm)].map(it => it[1])
  expect(given.filter(name => /SECRET|KEY|DATABASE_URL|APPID/.test(name ?? ''))).toEqual([])
})

test('some templates are enough, and a torn list is named without being repeated', () => {
  const task = { id: 'T1', lasting: true, fields: { thing2: 'kind', time5: 'at' } }
  expect(readEnv({ WECHAT_TEMPLATES: JSON.stringify({ task }) }).TEMPLATES.wechat).toEqual({ task })
  for (const wrong of ['{"task":', '{"task":{"id":"T1"}}', '{"nothing":{"id":"T1","fields":{}}}'])
    expect(() => readEnv({ WECHAT_TEMPLATES: wrong })).toThrow(/^Wrong settings: WECHAT_TEMPLATES$/)
})

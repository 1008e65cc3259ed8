import { readEnv } from '@huiyin/api/core/env.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { expect, test } from 'vitest'

const secret = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')
const fit = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://huiyin:p4ssw0rd@db.internal:5432/huiyin',
  HUIYIN_SECRET: secret,
  CRON_SECRET: 'sixteen-or-more-characters',
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
}
const refusal = (more: Record<string, string | undefined>): string => {
  try {
    readEnv({ ...fit, ...more })
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('it was accepted')
}

test('settings that are fit for production are accepted', () => {
  expect(readEnv(fit)).toMatchObject({
    NODE_ENV: 'production',
    PORT: 3000,
    WECHAT_STATE: 'formal',
    CHECK_ANSWERS: false,
  })
})

test.each([
  ['DATABASE_URL', [undefined, '']],
  [
    'HUIYIN_SECRET',
    [undefined, '', 'short', Buffer.alloc(31, 1).toString('base64'), Buffer.alloc(32, 'huiyin').toString('base64')],
  ],
  ['CRON_SECRET', [undefined, '', 'fifteen-letters']],
  [
    'WECHAT_BASE_URL',
    ['http://127.0.0.1:9000/api.weixin.qq.com', 'https://api.weixin.qq.com.evil.example', 'http://api.weixin.qq.com'],
  ],
  ['WECHAT_APPID', [undefined, '', 'wxdemohuiyin000001', 'WX0123456789ABCDEF', 'wx0123456789abcdef\n']],
  ['WECHAT_SECRET', [undefined, '', 'demo-secret-of-nobody', '0123456789ABCDEF0123456789ABCDEF']],
])('production does not start with an unfit %s, and says which one without its value', (name, values) => {
  for (const value of values) {
    const message = refusal({ [name]: value })
    expect(message).toMatch(/^Not fit for production: /)
    expect(message).toContain(name)
    if (value) expect(message).not.toContain(value.trim())
  }
})

test('production names everything that is unfit at once', () => {
  const bare = { DATABASE_URL: '', HUIYIN_SECRET: '', CRON_SECRET: '', WECHAT_APPID: '' }
  for (const name of Object.keys(bare)) expect(refusal(bare)).toContain(name)
})

test('production takes pushed messages sealed or not at all', () => {
  const both = { WECHAT_PUSH_TOKEN: 'token0123456789', WECHAT_PUSH_KEY: 'k'.repeat(43) }
  expect(readEnv({ ...fit, ...both })).toMatchObject(both)
  for (const name of Object.keys(both)) expect(refusal({ ...both, [name]: '' })).toMatch(/WECHAT_PUSH_TOKEN.*_KEY/)
})

test('the settings of the demo never start in production', () => {
  const message = refusal({ ...demoEnv('http://127.0.0.1:9000'), NODE_ENV: 'production' })
  expect(message).toMatch(/WECHAT_BASE_URL.*WECHAT_APPID/)
})

test.each([
  ['NODE_ENV', 'prod'],
  ['PORT', 'three thousand'],
  ['DATABASE_URL', 'not an address'],
  ['DATABASE_PREPARE', 'yes'],
  ['DATABASE_POOL', 'ten'],
  ['WECHAT_BASE_URL', 'api.weixin.qq.com'],
  ['WECHAT_STATE', 'beta'],
  ['WECHAT_PUSH_TOKEN', 'no'],
  ['WECHAT_PUSH_KEY', 'A'.repeat(42)],
  ['S3_ENDPOINT', 'bucket'],
  ['REPORTS_PER_HOUR', 'many'],
  ['LOG_LEVEL', 'verbose'],
  ['CHECK_ANSWERS', 'true'],
  ['WECHAT_TEMPLATES', 'no-json-at-all'],
  ['WECHAT_TEMPLATES', '{"task":{"id":7}}'],
  ['WECHAT_TEMPLATES', '{"task":{"id":"t","fields":{"thing1":"words"}}}'],
  ['WECHAT_TEMPLATES', '{"unknown":{"id":"t","fields":{}}}'],
])('a wrong %s (%s) is named, and its value is not repeated', (name, value) => {
  const message = refusal({ [name]: value })
  expect(message).toBe(`Wrong settings: ${name}`)
})

test('a township may configure some of the message templates and leave out others', () => {
  const task = { id: 'template-of-tasks', fields: { thing1: 'kind', time2: 'due' } }
  const { TEMPLATES } = readEnv({ ...fit, WECHAT_TEMPLATES: JSON.stringify({ task }) })
  expect(TEMPLATES.wechat).toEqual({ task: { ...task, lasting: false } })
  expect(readEnv(fit).TEMPLATES).toEqual({ wechat: {}, employee: {}, service: {}, sms: {} })
})

test('a moment in a field for text is fine, a text in a field for a moment is a wrong setting', () => {
  const templates = (fields: object) => ({ WECHAT_TEMPLATES: JSON.stringify({ task: { id: 't', fields } }) })
  expect(
    readEnv({ ...fit, ...templates({ thing1: 'due', time2: 'at', date3: 'due' }) }).TEMPLATES.wechat.task,
  ).toBeDefined()
  expect(refusal(templates({ time2: 'place' }))).toBe('Wrong settings: WECHAT_TEMPLATES')
  expect(refusal(templates({ date1: 'number' }))).toBe('Wrong settings: WECHAT_TEMPLATES')
})

import { randomBytes } from 'node:crypto'
import { untilAborted } from './aborting.ts'
import { accept, refuse, textOf } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { push } from './push.ts'
import type { ContentCheck } from './state.ts'

const ACTIVE_MS = 2 * 3_600_000
const MAX_CHARACTERS = 2500
const MAX_PICTURE_BYTES = 10 * 1024 * 1024
const DOWNLOAD_MS = 10_000

type Verdict = { suggest: 'pass' | 'review' | 'risky'; label: number }
const PASS: Verdict = { suggest: 'pass', label: 100 }

const hex = (bytes: number) => randomBytes(bytes).toString('hex')
const traceId = () => `${hex(4)}-${hex(4)}-${hex(4)}`

/** What both checks ask for before they look at the content. */
function refuseCheck(fake: Fake, asked: Asked): Response | undefined {
  const { version, scene } = asked.body
  const openid = textOf(asked.body, 'openid')
  if (version !== 2) return refuse(40097, 'invalid args, version must be 2')
  if (![1, 2, 3, 4].includes(scene as number)) return refuse(40129, 'invalid scene')
  if (!fake.state.visits.has(openid)) return refuse(40003, 'invalid openid')
  const visitedAt = fake.state.visits.get(openid)
  if (!visitedAt || fake.clock.now().getTime() - visitedAt.getTime() > ACTIVE_MS) {
    return refuse(61010, 'code is expired, user not active in 2 hours')
  }
  return undefined
}

const detailOf = (verdict: Verdict) => ({ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 })

function checkText(fake: Fake, asked: Asked): Response {
  const refusal = refuseCheck(fake, asked)
  if (refusal) return refusal
  const content = textOf(asked.body, 'content')
  if (content === '') return refuse(44002, 'empty content')
  // The platform's own code for a long text is not documented.
  if ([...content].length > MAX_CHARACTERS) return refuse(47001, 'content too long')
  const written = [content, textOf(asked.body, 'title'), textOf(asked.body, 'nickname')].join('\n')
  const risky = fake.settings.riskyWords.find(word => written.includes(word))
  const review = fake.settings.reviewWords.find(word => written.includes(word))
  const verdict: Verdict = risky
    ? { suggest: 'risky', label: 20006 }
    : review
      ? { suggest: 'review', label: 10001 }
      : PASS
  const keyword = risky ?? review
  const trace = traceId()
  fake.state.checks.push({ ...checkOf('text', asked, trace, content), suggest: verdict.suggest })
  return accept({
    trace_id: trace,
    result: verdict,
    detail: [detailOf(PASS), ...(keyword ? [{ strategy: 'keyword', errcode: 0, ...verdict, level: 90, keyword }] : [])],
  })
}

function checkOf(kind: 'text' | 'media', asked: Asked, trace: string, content: string): ContentCheck {
  const { arrivedAt, body } = asked
  return { kind, arrivedAt, openid: textOf(body, 'openid'), scene: body.scene as number, traceId: trace, content }
}

async function checkMedia(fake: Fake, asked: Asked): Promise<Response> {
  const refusal = refuseCheck(fake, asked)
  if (refusal) return refusal
  if (asked.body.media_type !== 1 && asked.body.media_type !== 2) return refuse(40004, 'invalid media type')
  const mediaUrl = textOf(asked.body, 'media_url')
  if (!/^https?:\/\//.test(mediaUrl)) return refuse(47001, 'media_url missing')
  const check = checkOf('media', asked, traceId(), mediaUrl)
  fake.state.checks.push(check)
  if (fake.settings.mediaPushFirst) await judgeMedia(fake, check)
  else fake.clock.later(fake.settings.mediaCheckMs, () => judgeMedia(fake, check))
  return accept({ trace_id: check.traceId })
}

/** Downloads the picture, judges it by its file name, and pushes the result. */
async function judgeMedia(fake: Fake, check: ContentCheck): Promise<void> {
  check.bytes = await download(fake, check.content)
  const hint = /-(risky|review)\.\w+$/.exec(new URL(check.content).pathname)?.[1]
  const verdict: Verdict = hint ? { suggest: hint as 'risky' | 'review', label: 20002 } : PASS
  if (check.bytes !== undefined) check.suggest = verdict.suggest
  const result =
    check.bytes === undefined
      ? { errcode: -1008, errmsg: 'download failed' }
      : { errcode: 0, errmsg: 'ok', result: verdict, detail: [detailOf(verdict)] }
  await push(fake, {
    event: 'wxa_media_check',
    from: 'platform-account',
    fields: { appid: fake.settings.appid, trace_id: check.traceId, version: 2, ...result },
  })
}

/** Size in bytes of what lies at the address; undefined when nobody without a login could fetch it. */
async function download(fake: Fake, url: string): Promise<number | undefined> {
  const signal = AbortSignal.timeout(DOWNLOAD_MS)
  try {
    const response = await untilAborted(signal, fake.fetch(new Request(url, { signal })))
    const bytes = (await untilAborted(signal, response.arrayBuffer())).byteLength
    return response.ok && bytes > 0 && bytes <= MAX_PICTURE_BYTES ? bytes : undefined
  } catch {
    return undefined
  }
}

const host = 'api.weixin.qq.com'
export const contentCheckEndpoints: Endpoint[] = [
  { host, path: '/wxa/msg_sec_check', method: 'POST', token: 'mini-program', handle: checkText },
  { host, path: '/wxa/media_check_async', method: 'POST', token: 'mini-program', handle: checkMedia },
]

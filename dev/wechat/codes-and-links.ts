import sharp from 'sharp'
import { renderSVG } from 'uqr'
import { accept, isRecord, randomText, refuse, textOf } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { countUse } from './quotas.ts'
import { pageExists } from './subscribe.ts'

/** Not the round one of WeChat, but one that a camera reads: page and scene as an address. */
async function draw(page: string, scene: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  const svg = renderSVG(`https://demo.example/${page}?scene=${encodeURIComponent(scene)}`)
  return new Uint8Array(await sharp(Buffer.from(svg)).resize(width).png().toBuffer())
}
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]*$/
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

async function makeCode(fake: Fake, asked: Asked): Promise<Response> {
  const { width = 430, check_path = true } = asked.body
  const scene = textOf(asked.body, 'scene')
  const page = textOf(asked.body, 'page')
  if (scene.length < 1 || scene.length > 32) return refuse(40169, 'invalid length for scene')
  if (!SCENE.test(scene)) return refuse(40129, 'invalid scene')
  if (typeof width !== 'number' || width < 280 || width > 1280) return refuse(40097, 'invalid args, width')
  if (page.startsWith('/') || page.includes('?')) return refuse(41030, 'invalid page')
  // Without a page the code opens the home page.
  if (page !== '' && check_path !== false && !pageExists(fake, page)) return refuse(41030, 'invalid page')
  fake.state.codes.push({ scene, page, madeAt: asked.arrivedAt })
  return new Response(await draw(page, scene, width), { headers: { 'content-type': 'image/png' } })
}

/** When a link ends: given as a moment (type 0, unix seconds) or as whole days (type 1); undefined = out of bounds. */
function linkEnd(asked: Asked): Date | undefined {
  const { expire_type = 0, expire_time, expire_interval } = asked.body
  const now = asked.arrivedAt.getTime()
  const given = expire_type === 1 ? Number(expire_interval) * DAY_MS : Number(expire_time) * 1000 - now
  const ms = expire_time === undefined && expire_interval === undefined ? 30 * DAY_MS : given
  return ms >= MINUTE_MS && ms <= 30 * DAY_MS ? new Date(now + ms) : undefined
}

function makeLink(fake: Fake, asked: Asked, jump: Record<string, unknown>): string | Response {
  const exceeded = countUse(fake, 'links together')
  if (exceeded) return refuse(exceeded.errcode, 'reach max link quota')
  const path = textOf(jump, 'path')
  const query = textOf(jump, 'query')
  if (path.includes('?') || (path !== '' && !pageExists(fake, path.replace(/^\//, '')))) {
    return refuse(40165, 'invalid weapp pagepath')
  }
  if (query.length > 1024) return refuse(40212, 'invalid query')
  if (!['release', 'trial', 'develop'].includes(String(jump.env_version ?? 'release'))) {
    return refuse(85402, 'invalid env_version')
  }
  const expiresAt = linkEnd(asked)
  if (!expiresAt) return refuse(85401, 'time limit between 1min and 30days')
  const id = randomText(11)
  fake.state.links.set(id, { path, query, expiresAt })
  return id
}

function urlLink(fake: Fake, asked: Asked): Response {
  const made = makeLink(fake, asked, asked.body)
  return typeof made === 'string' ? accept({ url_link: `https://wxaurl.cn/${made}` }) : made
}

function urlScheme(fake: Fake, asked: Asked): Response {
  const made = makeLink(fake, asked, isRecord(asked.body.jump_wxa) ? asked.body.jump_wxa : {})
  return typeof made === 'string' ? accept({ openlink: `weixin://dl/business/?t=${made}` }) : made
}

/** Where a link or scheme leads, as if it was opened now; undefined when it is unknown or over. */
export function openLink(fake: Fake, link: string): { path: string; query: string } | undefined {
  const id = /^(?:https:\/\/wxaurl\.cn\/|weixin:\/\/dl\/business\/\?t=)(\w+)/.exec(link)?.[1]
  const held = fake.state.links.get(id ?? '')
  return held && held.expiresAt > fake.clock.now() ? { path: held.path, query: held.query } : undefined
}

const host = 'api.weixin.qq.com'
export const codeAndLinkEndpoints: Endpoint[] = [
  {
    host,
    path: '/wxa/getwxacodeunlimit',
    method: 'POST',
    token: 'mini-program',
    malformed: 40169,
    handle: makeCode,
  },
  { host, path: '/wxa/generate_urllink', method: 'POST', token: 'mini-program', handle: urlLink },
  { host, path: '/wxa/generatescheme', method: 'POST', token: 'mini-program', handle: urlScheme },
  {
    host,
    path: '/wxa/genwxashortlink',
    method: 'POST',
    token: 'mini-program',
    // Open to e-commerce only, hence never to a township.
    handle: () => refuse(43104, 'this appid does not have permission'),
  },
]

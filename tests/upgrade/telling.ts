import { randomUUID } from 'node:crypto'
import { photo } from '../support/picture.ts'
import { type Someone, signIn, type World } from '../support/world.ts'

/** One write as the phone sent it, and what it heard. `file`: base64 of what it uploaded instead of a body. */
export type Sent = {
  by: string
  method: string
  path: string
  body?: string
  file?: string
  status: number
  answer: string
}

/** The town, with everybody whose name is said, a clock, and a note of every write. */
export type Teller = {
  world: World
  sent: Sent[]
  who: (openid: string) => Promise<Someone>
  /** One tap on a matter; each takes a second, so that what came first stands first. */
  does: (
    openid: string,
    route: Parameters<Someone['call']>[0],
    id: string,
    more?: object,
  ) => Promise<{ fence?: number }>
  /** Anything else, by the route's own input. */
  asks: (openid: string, route: Parameters<Someone['call']>[0], input: object) => Promise<unknown>
  photo: (openid: string) => Promise<string>
  paper: (openid: string) => Promise<string>
  /** Lets the clock come by at this moment in Shanghai: '2026-11-24 14:00'. */
  itIs: (text: string) => Promise<void>
}

export const openTeller = (world: World): Teller => {
  const sent: Sent[] = []
  let signedIn = new Map<string, Promise<Someone>>()
  const noting =
    (by: string) =>
    async (path: string, init: RequestInit = {}) => {
      const answer = await world.anybody(path, init)
      const { method = 'GET', body } = init
      if (method !== 'GET' && path !== '/api/sessions')
        sent.push({
          ...{ by, method, path, ...(await bodyOf(body)) },
          ...{ status: answer.status, answer: await answer.clone().text() },
        })
      return answer
    }
  const who = (openid: string) => {
    const one = signedIn.get(openid) ?? signIn(world.wechat, noting(openid), openid)
    signedIn.set(openid, one)
    return one
  }
  const asks: Teller['asks'] = async (openid, route, input) => (await who(openid)).call(route, input as never)
  const upload = async (openid: string, path: string, bytes: Uint8Array) => {
    const form = new FormData()
    form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'file'))
    const answer = await (await who(openid)).fetch(path, { method: 'POST', body: form })
    if (!answer.ok) throw new Error(await answer.text())
  }
  return {
    world,
    sent,
    who,
    asks,
    does: async (openid, route, id, more = {}) => {
      world.clock.forward(1 / 60)
      return (await asks(openid, route, { id, eventId: randomUUID(), ...more })) as { fence?: number }
    },
    photo: async openid => {
      const id = randomUUID()
      await upload(openid, `/api/photos/${id}`, await photo())
      return id
    },
    paper: async openid => {
      const id = randomUUID()
      await upload(openid, `/api/files/${id}`, new TextEncoder().encode('%PDF-1.4\n1 0 obj'))
      return id
    },
    itIs: async text => {
      world.clock.now = new Date(`${text.replace(' ', 'T')}:00+08:00`)
      // Sessions do not live as long as these stories.
      signedIn = new Map()
      await world.settle()
      await world.api.chores()
      await world.settle()
    },
  }
}

const bodyOf = async (body: RequestInit['body']): Promise<{ body?: string; file?: string }> => {
  if (!(body instanceof FormData)) return typeof body === 'string' ? { body } : {}
  const file = body.get('file') as File
  return { file: Buffer.from(await file.arrayBuffer()).toString('base64') }
}

/** The same request once more; answers what the phone hears now. */
export const again = async (who: Someone, { method, path, body, file }: Sent): Promise<string> => {
  const form = new FormData()
  if (file !== undefined) form.set('file', new File([Buffer.from(file, 'base64')], 'file'))
  const headers = { 'content-type': 'application/json' }
  const json = body === undefined ? { method } : { method, body, headers }
  const answer = await who.fetch(path, file === undefined ? json : { method, body: form })
  return `${answer.status} ${await answer.text()}`
}

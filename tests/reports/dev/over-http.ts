import type { FakeWechat } from '@huiyin/dev/wechat/server.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import type { Photo } from '@huiyin/shared/photos/photo.ts'
import { photo } from '@huiyin/tests/support/picture.ts'
import { callOver, routes, type Someone } from '@huiyin/tests/support/world.ts'
import { expect } from 'vitest'

/**
 * A report from the resident's photo to the receipt of its mending, over HTTP. The worker accepts once he has been rung: who
 * answers sooner is rung no more.
 */
export const fileAndMend = async (url: string, wechat: FakeWechat) => {
  const resident = await signIn(url, wechat, 'resident')
  const worker = await signIn(url, wechat, 'worker')
  const { items } = await worker.call('listPermits', {})
  const templates = items.map(({ templateId }) => templateId)
  for (const id of templates) wechat.control.credits('worker', id, 1)
  const results = Object.fromEntries(templates.map(id => [id, 'accept' as const]))
  await worker.call('recordPermits', { id: crypto.randomUUID(), results })
  const before = await resident.upload()
  const id = crypto.randomUUID()
  await resident.call('fileReport', { id, words: '楼道漏水', photoIds: [before.id], buildingId: 't001v1g1b1' })
  await expect.poll(() => wechat.control.sent().map(it => 'openid' in it && it.openid)).toContain('worker')
  await worker.call('acceptReport', { id, eventId: crypto.randomUUID() })
  const after = await worker.upload()
  const done = { id, eventId: crypto.randomUUID(), words: '换了水管', photoIds: [after.id] }
  await worker.call('resolveReport', done)
  return resident.call('getReport', { id })
}

type Caller = Pick<Someone, 'call'> & { upload: () => Promise<Photo> }

const signIn = async (url: string, wechat: FakeWechat, openid: string): Promise<Caller> => {
  const anybody = (path: string, init?: RequestInit) => fetch(url + path, init)
  const { token } = await callOver(anybody, personRoutes.openSession, {
    code: wechat.control.registerLoginCode(openid),
  })
  const mine = (path: string, init: RequestInit = {}) =>
    anybody(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } })
  return {
    call: (name, input) => callOver(mine, routes[name], input) as never,
    upload: async () => {
      const form = new FormData()
      form.set('file', new File([(await photo()) as Uint8Array<ArrayBuffer>], 'photo.jpg', { type: 'image/jpeg' }))
      return (await mine(`/api/photos/${crypto.randomUUID()}`, { method: 'POST', body: form })).json() as Promise<Photo>
    },
  }
}

import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { photoRoutes } from '@huiyin/shared/photos/photo-routes.ts'
import { createCall, problemIn, toAsk } from './call.ts'
import { createDrafts, type Draft } from './drafts.ts'
import { createOutbox } from './outbox.ts'
import { platform } from './platform.ts'
import { createSession } from './session.ts'
import { phoneProblem, trouble } from './trouble.ts'
import { createUploads } from './upload.ts'

const { storage, now } = platform

const later = (ms: number, work: () => void) => {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

export const session = createSession({
  storage,
  loginCode: platform.loginCode,
  open: async code => (await call(personRoutes.openSession, { code })).token,
})

/** The one way to the server; see `call.ts`. */
export const call = createCall({
  origin: API_ORIGIN,
  request: platform.request,
  token: session.token,
  renew: session.renew,
  wait,
})

const postPhoto = async (id: string, bearer: string, onProgress: (percent: number) => void) => {
  const { url } = toAsk(photoRoutes.storePhoto, { id }, API_ORIGIN)
  try {
    return await platform.sendPhoto({ id, url, headers: { authorization: `Bearer ${bearer}` }, onProgress })
  } catch {
    throw trouble(phoneProblem('offline'))
  }
}

const sendPhoto = async (id: string, onProgress: (percent: number) => void) => {
  if (!(await platform.photoPath(id))) throw trouble(phoneProblem('photo-lost'))
  const bearer = await session.token()
  let reply = await postPhoto(id, bearer, onProgress)
  if (reply.status === 401) reply = await postPhoto(id, await session.renew(bearer), onProgress)
  const problem = problemIn(reply)
  if (problem) throw trouble(problem)
}

export const drafts = createDrafts({ storage, now, later })
export const uploads = createUploads({ storage, send: sendPhoto, later })

/** Each room adds how its drafts are sent. */
export const senders: Record<string, (draft: Draft) => Promise<unknown>> = {}
export const outbox = createOutbox({ drafts, senders, now, later })

const photosOf = (draft: Draft) => (draft.form as { photoIds?: string[] }).photoIds ?? []

/** Arrived, or refused for good: the copy on the phone is of no more use. */
const isSettled = (photoId: string) => {
  const { state, problem } = uploads.get(photoId)
  return state === 'sent' || (problem !== undefined && problem.code !== 'offline' && problem.status < 500)
}

export const discardPhoto = (photoId: string) => {
  uploads.forget(photoId)
  void platform.dropPhoto(photoId)
}

/** At launch: receipts of yesterday go, and their photos with them. */
export const tidy = () => {
  const gone = drafts.eraseOld(draft => photosOf(draft).every(isSettled))
  for (const photoId of gone.flatMap(photosOf)) discardPhoto(photoId)
}

/** 退出登录: nothing of hers stays on the phone. */
export const forgetEverything = () => {
  for (const draft of drafts.list()) {
    for (const photoId of photosOf(draft)) discardPhoto(photoId)
    drafts.erase(draft.id)
  }
  session.leave()
}

/** Goes on with whatever the last closing, or a dead network, left unfinished. */
export const resumeSending = () => {
  uploads.resume()
  void outbox.sendAll()
}

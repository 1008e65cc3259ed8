import { crashRoutes } from '@huiyin/shared/crashes/crash-routes.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { photoRoutes } from '@huiyin/shared/photos/photo-routes.ts'
import { createKeeping } from '../device/keeping.ts'
import { platform } from '../device/platform.ts'
import { pagePath } from '../go-to.ts'
import { createCall, problemIn, toAsk } from './call.ts'
import { createCrashes } from './crashes.ts'
import { createDrafts, type Draft } from './drafts.ts'
import { createOutbox, type Writing } from './outbox.ts'
import { createSession } from './session.ts'
import { phoneProblem, trouble } from './trouble.ts'
import { createUploads } from './upload.ts'

const { now } = platform

const storage = createKeeping(platform.storage)

/** The village by whose link she came in. */
export const keepVillage = (id: string) => storage.write('village', id)
export const keptVillage = () => storage.read('village')

/** That she has been told where to switch WeChat's messages on again; until they are on. */
export const messagesOff = {
  isTold: () => storage.read('messages-off') !== undefined,
  keepTold: () => storage.write('messages-off', 'told'),
  forget: () => storage.erase('messages-off'),
}

/** Sentences of his own that a worker uses again. */
export const keepPhrases = (phrases: readonly string[]) => storage.write('phrases', phrases.join('\n'))
export const keptPhrases = () => (storage.read('phrases') ?? '').split('\n').filter(Boolean)

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

/** Without her session, and not by `call`, which would try again. */
export const crashed = createCrashes({
  storage,
  now,
  later,
  page: () => pagePath(),
  send: crashes =>
    platform.request(
      toAsk(crashRoutes.noteCrashes, { platform: platform.name, version: APP_VERSION, crashes }, API_ORIGIN),
    ),
})

type Cargo = { id: string; url: string; onProgress: (percent: number) => void }

const postFile = async (cargo: Cargo, bearer: string) => {
  try {
    return await platform.sendFile({ ...cargo, headers: { authorization: `Bearer ${bearer}` } })
  } catch {
    throw trouble(phoneProblem('offline'))
  }
}

const sendFile = async (id: string, onProgress: Cargo['onProgress'], to: string = photoRoutes.storePhoto.path) => {
  if (!(await platform.filePath(id))) throw trouble(phoneProblem('photo-lost'))
  const cargo = { id, url: API_ORIGIN + to.replace(':id', id), onProgress }
  const bearer = await session.token()
  let reply = await postFile(cargo, bearer)
  if (reply.status === 401) reply = await postFile(cargo, await session.renew(bearer))
  const problem = problemIn(reply)
  if (problem) throw trouble(problem)
}

export const drafts = createDrafts({ storage, now, later })
export const uploads = createUploads({ storage, send: sendFile, later, now })

/** What rooms let her write, each under the kind of its drafts. */
export const writings: Record<string, Writing> = {}
export const outbox = createOutbox({ drafts, writings, now, later })

/** The kept files that belong to a draft. */
export const filesOf = ({ form }: Draft): string[] => {
  const { photoIds = [], papers = [] } = form as { photoIds?: string[]; papers?: { id: string }[] }
  return [...photoIds, ...papers.map(paper => paper.id)]
}

/** Arrived, or refused for good: the copy on the phone is of no more use. */
const isSettled = (fileId: string) => {
  const { state } = uploads.get(fileId)
  return state === 'sent' || state === 'refused'
}

export const discardFile = (fileId: string) => {
  uploads.forget(fileId)
  void platform.dropFile(fileId)
}

/** Takes each of these off the phone as soon as the server has it. */
export const discardOnceSent = (fileIds: string[]) => {
  const discard = () => {
    const sent = fileIds.filter(id => uploads.get(id).state === 'sent')
    if (sent.length < fileIds.length) return
    stop()
    for (const id of sent) discardFile(id)
  }
  const stop = uploads.subscribe(discard)
  discard()
}

/** At launch: receipts of yesterday go, and their files with them, and files that no draft names. */
export const tidy = () => {
  const gone = drafts.eraseOld(draft => filesOf(draft).every(isSettled))
  const wanted = new Set(drafts.list().flatMap(filesOf))
  // What was secret has no draft that names it.
  const left = uploads.ids().filter(id => !wanted.has(id))
  for (const fileId of [...gone.flatMap(filesOf), ...left]) discardFile(fileId)
}

/** 退出登录: nothing of hers stays on the phone. */
export const forgetEverything = () => {
  for (const draft of drafts.list()) {
    for (const fileId of filesOf(draft)) discardFile(fileId)
    drafts.erase(draft.id)
  }
  for (const fileId of uploads.ids()) discardFile(fileId)
  storage.erase('village')
  storage.erase('phrases')
  messagesOff.forget()
  session.leave()
}

/** Goes on with whatever the last closing, or a dead network, left unfinished. */
export const resumeSending = () => {
  uploads.resume()
  void outbox.sendAll()
}

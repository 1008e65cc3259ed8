import { takeAnswer } from '../device.ts'
import type { Callback, Dialog, Session } from '../session.ts'
import { tapGivers, tapHeirs, tapOnly } from '../tap-state.ts'
import { privacyRefusal } from './privacy.ts'

export type Options = Record<string, unknown>
export type Api = (options: Options, call: ApiContext) => unknown

export interface ApiContext {
  session: Session
  name: string
  /** What the test prepared with `will()`. */
  answer: unknown
  /** Shows a dialog and waits for the person. */
  ask: Ask
  waiting: Waiting
}

export type Ask = (dialog: Omit<Dialog, 'answer'>) => Promise<{ choice: string; typed: string | undefined }>
/** Awaits what only the person or the test can bring about: `settle()` does not wait for it. */
export type Waiting = <Result>(person: Promise<Result>) => Promise<Result>

/** A refusal as WeChat gives it to `fail`. */
export interface Refusal {
  reason: string
  errno?: number | undefined
  errCode?: number | undefined
}

export function refuse(reason: string, errno?: number, errCode?: number): never {
  throw { reason, errno, errCode } satisfies Refusal
}

/** Makes the functions that take `success`, `fail` and `complete`, or give a promise. */
export function asyncApis(session: Session, apis: Record<string, Api>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(apis).map(([name, api]) => [name, (options?: Options) => begin(session, name, api, options ?? {})]),
  )
}

function begin(session: Session, name: string, api: Api, options: Options): unknown {
  note(session, name, options)
  const tapped = session.tap.live()
  const work = (waiting: Waiting) => {
    if (tapOnly.includes(name) && !tapped) refuse('can only be invoked by user TAP gesture.')
    return perform(session, name, api, options, waiting)
  }
  const asked = ['success', 'fail', 'complete'].some(key => typeof options[key] === 'function')
  if (asked) {
    const call = (key: string) => (result: unknown) => (options[key] as Callback | undefined)?.(result)
    void settle(session, name, work, tapped, { won: call('success'), lost: call('fail'), ended: call('complete') })
    return undefined
  }
  return session.realm.promise((won, lost) => void settle(session, name, work, tapped, { won, lost, ended: () => {} }))
}

interface Ends {
  won(result: unknown): unknown
  lost(failure: unknown): unknown
  ended(result: unknown): unknown
}

type Work = (waiting: Waiting) => unknown

async function settle(session: Session, name: string, work: Work, tapped: boolean, ends: Ends): Promise<void> {
  const label = `${name} ${session.device.calls.length}`
  session.working.add(label)
  const waiting: Waiting = async person => {
    session.working.delete(label)
    const result = await person
    session.working.add(label)
    return result
  }
  const [won, result] = await outcome(session, name, () => work(waiting))
  const tap = tapGivers.includes(name) || (tapped && tapHeirs.includes(name))
  await session.enter(
    `callback of ${name}`,
    () => {
      const given = handOver(session, result)
      if (won) ends.won(given)
      else ends.lost(given)
      ends.ended(given)
    },
    tap,
  )
  session.working.delete(label)
}

async function outcome(session: Session, name: string, work: () => unknown): Promise<[boolean, object]> {
  try {
    const result = await work()
    return [true, { ...(result as object | undefined), errMsg: `${name}:ok` }]
  } catch (error) {
    const { reason, errno, errCode } = error as Refusal
    if (reason === undefined) session.fault(`${name}: ${(error as Error).stack}`)
    return [false, { errMsg: `${name}:fail ${reason ?? error}`, errno, errCode }]
  }
}

async function perform(session: Session, name: string, api: Api, options: Options, waiting: Waiting): Promise<unknown> {
  const answer = takeAnswer(session.device, name)
  const ask: Ask = dialog => waiting(showDialog(session, dialog))
  const refusal = await privacyRefusal({ session, name, answer, ask, waiting })
  if (refusal) throw refusal
  if (answer === 'cancel') refuse('cancel')
  const failure = (answer as { fail?: string; errno?: number } | undefined) ?? {}
  if (typeof failure.fail === 'string') refuse(failure.fail, failure.errno)
  return api(options, { session, name, answer, ask, waiting })
}

/** WeChat shows one dialog at a time; the next one waits for its turn. */
async function showDialog(session: Session, dialog: Omit<Dialog, 'answer'>) {
  while (session.dialog && session.alive) await new Promise(next => setTimeout(next, 5))
  return new Promise<{ choice: string; typed: string | undefined }>(done => {
    session.dialog = {
      ...dialog,
      answer: (choice, typed) => {
        delete session.dialog
        done({ choice, typed })
      },
    }
  })
}

export function note(session: Session, api: string, options: Options): void {
  const { success, fail, complete, ...rest } = options
  session.device.calls.push({ api, options: rest })
}

/** Results are plain values, but bytes stay bytes of the mini-program's realm. */
function handOver(session: Session, result: object): unknown {
  const bytes = Object.entries(result).filter(([, value]) => value instanceof Uint8Array) as [string, Uint8Array][]
  const rest = Object.fromEntries(Object.entries(result).filter(([, value]) => !(value instanceof Uint8Array)))
  const given = session.realm.hand(rest) as Record<string, unknown>
  for (const [key, value] of bytes) given[key] = session.realm.bytes(value)
  return given
}

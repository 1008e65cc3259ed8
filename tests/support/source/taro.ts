import { createContext, useContext, useLayoutEffect, useRef } from 'react'
import { phoneNow } from './phone-names.ts'

/** In place of `@tarojs/taro`, over the same `wx` that the compiled mini-program meets. */
type Options = Record<string, unknown>
type Task = { onProgressUpdate: (told: (step: unknown) => void) => void }
type Wx = Record<string, (options?: Options) => unknown> & { env: object }

const wx = phoneNow().wx as Wx

/** `request` and its like give a task; Taro makes a promise of it. */
const transfer = (name: string) => (options: Options) => {
  let task: Task | undefined
  const sent = new Promise((success, fail) => {
    task = wx[name]?.({ ...options, success, fail }) as Task
  })
  return Object.assign(sent, { progress: (told: (step: unknown) => void) => task?.onProgressUpdate(told) })
}

const own: Record<string, unknown> = {
  request: transfer('request'),
  uploadFile: transfer('uploadFile'),
  downloadFile: transfer('downloadFile'),
  getCurrentPages: () => (phoneNow().getCurrentPages as () => unknown)(),
}

const Taro = new Proxy(own, { get: (known, name) => known[String(name)] ?? wx[String(name)] })

/** What a page, or the app, wants to be told of: `show`, `hide`, `unload`, `launch`. */
export type Hooks = { query: Record<string, string>; told: Map<string, Set<() => unknown>> }
export const makeHooks = (query: Record<string, string>): Hooks => ({ query, told: new Map() })
export const tellHooks = ({ told }: Hooks, moment: string) => {
  for (const hear of [...(told.get(moment) ?? [])]) hear()
}

export const appHooks = makeHooks({})
export const PageContext = createContext(appHooks)

const useMoment = (moment: string) => (hear: () => unknown) => {
  const { told } = useContext(PageContext)
  const latest = useRef(hear)
  latest.current = hear
  useLayoutEffect(() => {
    const call = () => latest.current()
    const hearing = told.get(moment) ?? new Set()
    told.set(moment, hearing.add(call))
    return () => void hearing.delete(call)
  }, [told])
}

export const useLaunch = useMoment('launch')
export const useDidShow = useMoment('show')
export const useDidHide = useMoment('hide')
export const useUnload = useMoment('unload')
export const usePullDownRefresh = useMoment('pull')
export const useError = useMoment('error')
export const useUnhandledRejection = useMoment('rejection')
export const usePageNotFound = useMoment('lost')
export const useRouter = () => ({ params: useContext(PageContext).query })

export { Taro as default }

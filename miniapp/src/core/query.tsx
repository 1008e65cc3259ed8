import type { Answer, Asked, Route } from '@huiyin/shared/core/route.ts'
import {
  environmentManager,
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { type PropsWithChildren, useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from './sending/trouble.ts'
import { call } from './sending/wire.ts'

// WeChat has no window, so the library takes the phone for a server and would never poll.
environmentManager.setIsServer(() => false)

export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false } },
})

export const WithQueries = ({ children }: PropsWithChildren) => (
  <QueryClientProvider client={queries}>{children}</QueryClientProvider>
)

/** Whether this page is the one on screen. */
export const useOnScreen = () => {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return shown
}

/** Whether the server says that this is not, or not any more, for her. */
export const isRefused = (failed: unknown) =>
  failed !== null && ['not-found', 'not-allowed', 'signed-out'].includes(problemOf(failed).code)

type How = { every?: number | undefined; enabled?: boolean | undefined }

/**
 * One read of the server, again on every return to the page, and each `every` milliseconds while it is on screen. What is refused
 * now is not shown any more: `last` is what was read before, for a page that has something of hers to keep.
 */
export const useCall = <R extends Route>(route: R, input: Asked<R>, { every, enabled = true }: How = {}) => {
  const onScreen = useOnScreen()
  const asked = useQuery<Answer<R>>({
    queryKey: [route.path, input],
    queryFn: () => call(route, input),
    enabled,
    refetchInterval: onScreen && every ? every : false,
  })
  const { refetch } = asked
  const first = useRef(true)
  useEffect(() => {
    if (onScreen && enabled && !first.current) void refetch()
    first.current = false
  }, [onScreen, enabled, refetch])
  return { ...asked, data: isRefused(asked.error) ? undefined : asked.data, last: asked.data }
}

type PageAnswer = { items: unknown[]; next?: string | undefined }
type Item<R extends Route> = Answer<R> extends { items: (infer T)[] } ? T : never

type HowList = How & { after?: 'cursor' | 'from' }

/** A list that grows by 看更多 and refreshes when she comes back; `after` is the field that takes its `next`. */
export const useList = <R extends Route>(route: R, input: Asked<R>, { every, after = 'cursor' }: HowList = {}) => {
  const onScreen = useOnScreen()
  const asked = useInfiniteQuery({
    queryKey: [route.path, input, 'list'],
    queryFn: ({ pageParam }) => call(route, { ...(input as object), [after]: pageParam } as Asked<R>),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => (last as PageAnswer).next,
    refetchInterval: onScreen && every ? every : false,
  })
  const { refetch } = asked
  const first = useRef(true)
  useEffect(() => {
    if (onScreen && !first.current) void refetch()
    first.current = false
  }, [onScreen, refetch])
  const pages = isRefused(asked.error) ? undefined : asked.data?.pages
  const items = pages?.flatMap(page => (page as PageAnswer).items) as Item<R>[] | undefined
  return { ...asked, items }
}

/** After a write: everything read from these routes is read again. */
export const useRefresh = () => {
  const client = useQueryClient()
  return useCallback(
    (...routes: Route[]) => {
      for (const { path } of routes) void client.invalidateQueries({ queryKey: [path] })
    },
    [client],
  )
}

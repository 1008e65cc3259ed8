import { useSyncExternalStore } from 'react'
import { queries } from '../query.tsx'
import { isOffline } from '../sending/trouble.ts'
import { ago } from '../time.ts'
import { coreWords } from '../words.ts'
import { useNow } from './deadline.tsx'
import { Notice } from './notice.tsx'

const cache = queries.getQueryCache()

/** When the oldest thing was read that could not be read again; epoch milliseconds, undefined while everything is fresh. */
const oldest = () => {
  const stale = cache
    .getAll()
    .filter(it => it.isActive() && it.state.data !== undefined && isOffline(it.state.error))
    .map(it => it.state.dataUpdatedAt)
  return stale.length > 0 ? Math.min(...stale) : undefined
}

const subscribe = (listener: () => void) => cache.subscribe(listener)

/** What she sees is from before: the network was away when she came back, or while the page lay open. */
export const StaleNote = () => {
  const since = useSyncExternalStore(subscribe, oldest, oldest)
  const now = useNow()
  if (since === undefined) return null
  return (
    <Notice icon="clock" tone="wait">
      {coreWords.old(ago(new Date(since).toISOString(), now))}
    </Notice>
  )
}

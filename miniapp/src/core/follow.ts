import { useSyncExternalStore } from 'react'

type Subscribe = (listener: () => void) => () => void

/** Whom to tell of a change. */
export const createListeners = () => {
  const listeners = new Set<() => void>()
  const subscribe: Subscribe = listener => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const tellAll = () => {
    for (const listener of [...listeners]) listener()
  }
  return { subscribe, tellAll }
}

/** The changes of a store, counted, so that React notices one that falls between its drawing and its listening. */
export const changesOf = (subscribe: Subscribe) => {
  let count = 0
  subscribe(() => {
    count += 1
  })
  return { subscribe, count: () => count }
}

/** Draws again at every change; the answer is another one after each. */
export const useChanges = ({ subscribe, count }: ReturnType<typeof changesOf>) =>
  useSyncExternalStore(subscribe, count, count)

import type { Problem } from '@huiyin/shared/core/common-problem.ts'

type Listener = (text: string) => void
const listeners = new Set<Listener>()

export const onToast = (listener: Listener) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const say = (text: string) => {
  for (const listener of [...listeners]) listener(text)
}

/** What happened and what to do, in one breath. */
export const tell = ({ title, detail }: Problem) => say(`${title}。${detail}`)

import type { Callback, Session } from './session.ts'

/** A test waits for timers that fire this soon; later ones are the mini-program's own patience. */
const soonMs = 250

/** Timers with numbers for names; they die with the session, and no tap survives them. */
export function makeTimers(session: Session): Record<string, unknown> {
  const running = new Map<number, NodeJS.Timeout>()
  let last = 0
  session.onKill.add(() => {
    for (const timer of running.values()) clearTimeout(timer)
    running.clear()
  })

  const start =
    (repeat: boolean) =>
    (work: Callback, delay?: number, ...args: unknown[]) => {
      last += 1
      const id = last
      const wait = Number(delay) || 0
      const name = `timer ${id}`
      const fire = () => {
        if (!repeat) stop(id)
        void session.enter('timer', () => work(...args))
      }
      if (!repeat && wait <= soonMs) session.working.add(name)
      running.set(id, repeat ? setInterval(fire, wait) : setTimeout(fire, wait))
      return id
    }
  const stop = (id: number) => {
    clearTimeout(running.get(id))
    running.delete(id)
    session.working.delete(`timer ${id}`)
  }
  return { setTimeout: start(false), setInterval: start(true), clearTimeout: stop, clearInterval: stop }
}

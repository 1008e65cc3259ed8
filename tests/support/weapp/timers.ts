import type { Callback, Session } from './session.ts'

/** A test waits for timers that fire this soon; later ones are the mini-program's own patience. */
const soonMs = 250

type Timer = { left: number; wait: number; repeat: boolean; fire: () => Promise<void>; real: NodeJS.Timeout }

/** Timers with numbers for names; they die with the session, and no tap survives them. */
export function makeTimers(session: Session): { names: Record<string, unknown>; ring: (ms: number) => Promise<void> } {
  const running = new Map<number, Timer>()
  let last = 0
  session.onKill.add(() => {
    for (const { real } of running.values()) clearTimeout(real)
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
        return session.enter('timer', () => work(...args))
      }
      if (!repeat && wait <= soonMs) session.working.add(name)
      const real = repeat ? setInterval(fire, wait) : setTimeout(fire, wait)
      running.set(id, { left: wait, wait, repeat, fire, real })
      return id
    }
  const stop = (id: number) => {
    clearTimeout(running.get(id)?.real)
    running.delete(id)
    session.working.delete(`timer ${id}`)
  }
  return {
    names: { setTimeout: start(false), setInterval: start(true), clearTimeout: stop, clearInterval: stop },
    ring: ms => ring(running, ms),
  }
}

/** As after a phone that slept: whatever became due meanwhile fires once. */
async function ring(running: Map<number, Timer>, ms: number): Promise<void> {
  for (const [id, timer] of [...running]) {
    timer.left -= ms
    if (timer.left > 0 || !running.has(id)) continue
    timer.left = timer.wait
    await timer.fire()
  }
}

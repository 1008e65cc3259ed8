/** The fake's time: a given clock that can be moved forward, and work that waits for its hour. */
export type Clock = {
  now(): Date
  /** Runs `work` after `ms` (0 = right after the answer), on the real timer or when time is moved past it. */
  later(ms: number, work: () => Promise<void>): void
  /** Moves time forward by `ms` and resolves when all work that became due is done. */
  advance(ms: number): Promise<void>
  /** Does all waiting work now, without moving time, and resolves when it is done. */
  flush(): Promise<void>
  /** Forgets waiting work and any move of the clock. */
  reset(): void
}

type Waiting = { dueAt: number; timer: NodeJS.Timeout; work: () => Promise<void> }

export function createClock(given: () => Date): Clock {
  let moved = 0
  const waiting = new Set<Waiting>()
  const running = new Set<Promise<void>>()
  const now = () => new Date(given().getTime() + moved)

  function run(task: Waiting) {
    clearTimeout(task.timer)
    if (!waiting.delete(task)) return
    const done = task.work().finally(() => running.delete(done))
    running.add(done)
  }
  async function runUntil(due: (task: Waiting) => boolean) {
    // Work may add more work that is due as well, hence the loop.
    for (;;) {
      for (const task of [...waiting].sort((a, b) => a.dueAt - b.dueAt)) if (due(task)) run(task)
      if (running.size === 0) return
      await Promise.all(running)
    }
  }
  return {
    now,
    later(ms, work) {
      const task: Waiting = { dueAt: now().getTime() + ms, work, timer: setTimeout(() => run(task), ms) }
      task.timer.unref()
      waiting.add(task)
    },
    async advance(ms) {
      moved += ms
      await runUntil(task => task.dueAt <= now().getTime())
    },
    flush: () => runUntil(() => true),
    reset() {
      moved = 0
      for (const task of waiting) clearTimeout(task.timer)
      waiting.clear()
    },
  }
}

import { describeScreen } from './screen.ts'
import type { Session } from './session.ts'

const patienceMs = 120_000

const pause = (ms: number) => new Promise(next => setTimeout(next, ms))
const turn = () => new Promise(next => setImmediate(next))

/** Waits until nothing more will happen by itself: no call, no drawing, no short timer. */
export async function settle(session: Session): Promise<void> {
  const end = Date.now() + patienceMs
  for (let quiet = 0; quiet < 3; ) {
    await turn()
    quiet = session.working.size === 0 ? quiet + 1 : 0
    if (quiet === 0) await pause(2)
    if (Date.now() > end)
      throw new Error(
        `still busy after ${patienceMs} ms: ${[...session.working].join(', ')}\n${describeScreen(session)}`,
      )
  }
}

/** Milliseconds that go by on a phone on which nothing happens, each time that a test has looked in vain. */
const stepMs = 250

/** Tries again and again until `look` gives something; after that, throws with what is on the screen. */
export async function waitUntil<Found>(
  session: () => Session,
  what: string,
  look: () => Found | undefined | false,
): Promise<Found> {
  const end = Date.now() + patienceMs
  for (let quietMs = 0; ; ) {
    const found = look()
    if (found !== undefined && found !== false) return found
    if (!session().alive) throw new Error(`the mini-program was killed while a test waited for ${what}`)
    if (quietMs > patienceMs || Date.now() > end)
      throw new Error(`waited ${patienceMs} ms for ${what}\n${describeScreen(session())}`)
    await pause(10)
    if (session().working.size > 0) continue
    quietMs += stepMs
    await session().ring(stepMs)
  }
}

import type { Problem } from '@huiyin/shared/core/problem-body.ts'

type Fetch = (path: string, init?: RequestInit) => Promise<Response>

/** Milliseconds that anybody goes on asking; a test that waits so long says so in its own timeout. */
const patience = 600_000
const firstPause = 200

/**
 * Does what the phone does: who hears that the service is busy asks the same again, with the same id, for a while. On a machine
 * that others use, a crowd at once takes longer than the service lets anybody wait. Each pause is twice the last, give or take:
 * a thousand who came again every other second would keep the service so busy that it answers none of them.
 */
export const patiently =
  (fetch: Fetch, busy: readonly string[] = ['busy']): Fetch =>
  async (path, init) => {
    const until = performance.now() + patience
    for (let pause = firstPause; ; pause *= 2) {
      const answer = await fetch(path, init)
      if (answer.status !== 503 || performance.now() > until || !busy.includes(await codeOf(answer.clone())))
        return answer
      await new Promise(done => setTimeout(done, pause * (0.5 + Math.random())))
    }
  }

const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code

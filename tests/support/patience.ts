import type { Problem } from '@huiyin/shared/core/common-problem.ts'

type Fetch = (path: string, init?: RequestInit) => Promise<Response>

const tries = 20

/**
 * Does what the phone does: who hears that the service is busy asks the same again, with the same id, for a while. On a machine
 * that others use, a crowd at once takes longer than the service lets anybody wait.
 */
export const patiently =
  (fetch: Fetch, busy: readonly string[] = ['busy']): Fetch =>
  async (path, init) => {
    for (let left = tries; ; left--) {
      const answer = await fetch(path, init)
      if (answer.status !== 503 || left === 1 || !busy.includes(await codeOf(answer.clone()))) return answer
      await new Promise(done => setTimeout(done, 200))
    }
  }

const codeOf = async (answer: Response) => ((await answer.json()) as Problem).code

import { randomUUID } from 'node:crypto'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { sized } from '../bench.ts'
import { counselToken, villageCode } from '../counsel-town.ts'
import { heading, holds, percentile, round, verdict } from '../results.ts'
import { startService, versionOf } from '../support.ts'
import { fillQuestions } from './question-town.ts'

const limit = 300

/** Fifty advisers of one village claim one question over HTTP at the same moment, again and again. */
export const bench = sized({
  whole: { rounds: 60, advisers: 50, questions: 10_000 },
  tiny: { rounds: 1, advisers: 3, questions: 50 },
  run: async (cluster, { rounds, advisers, questions }) => {
    const url = await cluster.createDatabase('claim')
    await fillQuestions(url, { villages: 1, questions, advisers, open: 40 })
    const env = { ...demoEnv('http://127.0.0.1:9'), DATABASE_URL: url, CHECK_ANSWERS: 'off', LOG_LEVEL: 'info' }
    const service = await startService(env, 'off')
    const post = postTo(service.port)
    const taken: number[] = []
    let wrong = 0
    for (let n = 0; n < rounds + 5; n++) {
      const id = randomUUID()
      const asked = { id, communityId: villageCode(1), words: '有借条，到期不还钱，怎么办', ageBand: 'adult' }
      const { status } = await post(counselToken('asker', 1 + n), '/api/questions', asked)
      const answers = await Promise.all(
        Array.from({ length: advisers }, (_, k) =>
          post(counselToken('adviser', 1 + k), `/api/questions/${id}/claim`, {
            eventId: randomUUID(),
            noConflict: true,
          }),
        ),
      )
      const [won, lost] = [200, 409].map(code => answers.filter(it => it.status === code).length)
      if (status !== 201 || won !== 1 || lost !== advisers - 1) wrong++
      // The first rounds open the connections.
      if (n >= 5) taken.push(...answers.map(it => it.ms))
    }
    const version = await versionOf(url)
    await service.stop()
    const p99 = percentile(taken, 0.99)
    return {
      lines: [
        ...heading('claim', [`PostgreSQL ${version}`]),
        `${advisers} advisers claim one question at the same moment over HTTP, ${rounds} rounds, one process of the service.`,
        '',
        `Rounds with another outcome than one winner and ${advisers - 1} clean refusals: **${wrong}** (limit 0): ${wrong === 0 ? 'passed' : '**MISSED**'}. Answer p50 ${round(percentile(taken, 0.5))} ms, p99 ${verdict(p99, '≤', limit, ' ms')}.`,
      ],
      passed: wrong === 0 && holds(p99, '≤', limit),
    }
  },
})

const postTo = (port: number) => async (token: string, path: string, body: object) => {
  const started = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  await answer.arrayBuffer()
  return { status: answer.status, ms: performance.now() - started }
}

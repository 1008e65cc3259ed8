import { createApi } from '@huiyin/api/app.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import { createOutside } from '@huiyin/api/core/outside.ts'
import { asDb } from '@huiyin/db/core/client.ts'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'

export type Statement = { text: string; values: unknown[] }

/** The statements that the service runs for the requests of each errand, in order. Fails when one is not answered with 2xx. */
export const capture = async (
  env: Record<string, string>,
  errands: readonly (readonly Request[])[],
): Promise<Statement[][]> => {
  let seen: Statement[] = []
  const client = postgres(env.DATABASE_URL as string, { max: 1, onnotice: () => {} })
  const logQuery = (text: string, values: unknown[]) => void seen.push({ text, values })
  const db = asDb(drizzle(client, { logger: { logQuery } }))
  const outside = await createOutside(readEnv({ ...env, LOG_LEVEL: 'silent' }), {
    db,
    now: () => new Date(),
    after: () => {},
  })
  const api = createApi(outside)
  const captured: Statement[][] = []
  for (const errand of errands) {
    seen = []
    for (const request of errand) {
      const answer = await api.fetch(request)
      if (!answer.ok) throw new Error(`${request.url}: ${await answer.text()}`)
    }
    captured.push(seen)
  }
  await client.end()
  return captured
}

/** Ids that the n-th captured errand may carry; pgbench puts fresh ones in their place. */
export const standIns = (n: number) =>
  ['a', 'b', 'c', 'd'].map(it => `00000000-0000-4000-8000-${n.toString(16).padStart(11, '0')}${it}`)

/** A pgbench script that runs the n-th caller's statements with the same parameters but fresh `ids`, and its variables. */
export const toScript = (statements: readonly Statement[], n: number, ids: readonly string[]) => {
  const variables: Record<string, string> = {}
  const freshIn = (value: string, variable: string) => {
    if (ids.includes(value)) return `${fresh(ids.indexOf(value))}::uuid`
    return ids.reduce((sql, id, k) => (value.includes(id) ? `replace(${sql}, '${id}', ${fresh(k)})` : sql), variable)
  }
  const parts = statements.map(({ text, values }, s) =>
    text.replace(/\$(\d+)/g, (_, place) => {
      const value = values[Number(place) - 1]
      if (value === null) return 'null'
      // A variable cannot be empty.
      if (value === '') return "''"
      const name = `c${n}_${s}_${place}`
      variables[name] = String(value)
      return freshIn(String(value), `:${name}`)
    }),
  )
  const draws = ids.map((_, k) => `\\set fresh${k} random(1, 9223372036854775807)`)
  return { script: [...draws, ...parts.map(it => `${it.trim()};`)].join('\n'), variables }
}

/** 32 digits that read as a UUID. */
const fresh = (k: number) => `rpad(:fresh${k}, 32, '0')`

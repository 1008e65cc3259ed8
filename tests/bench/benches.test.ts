import { benches } from '@huiyin/bench/all.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cluster, carefree, startCluster } from '../support/cluster.ts'

/** Figures of a tiny form mean nothing: what counts is that every bench still starts, goes its whole way and says its limit. */
let cluster: Cluster

beforeAll(async () => {
  cluster = await startCluster(carefree)
})
afterAll(() => cluster.stop())

/** The cluster with databases that only this bench uses. */
const apart = (bench: string): Cluster => {
  const named = (database: string) => `${bench.replaceAll('-', '_')}_${database}`
  return { ...cluster, url: it => cluster.url(named(it)), createDatabase: it => cluster.createDatabase(named(it)) }
}

describe('every bench still runs, and states its limit', () => {
  it.each([...benches.keys()])('%s', async name => {
    const { tiny } = await (benches.get(name) ?? expect.fail())()
    const { lines, passed } = await tiny(apart(name))
    const text = lines.join('\n')
    expect(lines[0]).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d .*\`npm run bench -- ${name}\`$`))
    expect(text).toMatch(/limit [≥≤<] [\d.]+/)
    expect(text).not.toMatch(/NaN|undefined|Infinity/)
    // Only a measuring tool that this machine lacks may keep a bench from its verdict.
    if (!text.includes('**NOT RUN**: pgbench is not installed')) expect(passed).toBeTypeOf('boolean')
  })
})

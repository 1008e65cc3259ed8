import { benches } from './all.ts'
import { writeSection } from './results.ts'
import { withCluster } from './support.ts'

/** `npm run bench -- <name> [number]` measures one thing, prints it and writes its section of RESULTS.md. */
const [name = '', given] = process.argv.slice(2)
const load = benches.get(name)
if (!load) {
  console.error(`npm run bench -- ${[...benches.keys()].join(' | ')}`)
  process.exit(2)
}
const bench = await load()
const section = await withCluster(cluster => bench.whole(cluster, given === undefined ? undefined : Number(given)))
writeSection(name, section)
console.log(section.lines.join('\n'))
process.exit(section.passed === false ? 1 : 0)

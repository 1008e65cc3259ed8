import { alerts } from './alerts.ts'
import { backlog } from './backlog.ts'
import { book } from './book.ts'
import { claim } from './claim.ts'
import { clock } from './clock.ts'
import { coldStart } from './cold-start.ts'
import { faults } from './faults.ts'
import { growth } from './growth.ts'
import { list } from './list.ts'
import { queue } from './queue.ts'
import { writeSection } from './results.ts'
import { search } from './search.ts'
import { size } from './size.ts'
import { slots } from './slots.ts'
import { submit } from './submit.ts'

/** `npm run bench -- <name> [number]` measures one thing, prints it and writes its section of RESULTS.md. */
const benches = {
  submit,
  list,
  growth,
  alerts,
  backlog,
  faults,
  claim,
  clock,
  queue,
  search,
  slots,
  book,
  size,
  'cold-start': coldStart,
}

const [name = '', scale] = process.argv.slice(2)
if (!(name in benches)) {
  console.error(`npm run bench -- ${Object.keys(benches).join(' | ')}`)
  process.exit(2)
}
const bench = benches[name as keyof typeof benches]
const section = await bench(scale === undefined ? undefined : Number(scale))
writeSection(name, section)
console.log(section.lines.join('\n'))
process.exit(section.passed === false ? 1 : 0)

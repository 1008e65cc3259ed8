import { createServer } from 'node:net'
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { buildPages, pagesFolder, root } from './build.ts'
import { openDemo } from './demo.ts'
import { words } from './words.ts'

/** `npm start`: the demo on a laptop. `--fresh` forgets the last town. */
const stop = (text: string): never => {
  console.error(`[回音] ${text}`)
  process.exit(1)
}

if (process.env.NODE_ENV === 'production') stop(words.production)

const asked = process.env.PORT || '3000'
const port = Number(asked)
if (!Number.isInteger(port) || port < 1 || port > 65_535) stop(words.badPort(asked))

const isFree = (wanted: number) =>
  new Promise<boolean>(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(wanted, () => probe.close(() => resolve(true)))
  })
if (!(await isFree(port))) stop(words.portTaken(port))

const whyNot = (error: Error): string =>
  / is in use by process /.test(error.message) ? words.folderTaken : error.message

words.say(words.opening)
const [demo] = await Promise.all([
  openDemo({
    folder: join(root, '.data'),
    port,
    pages: pagesFolder('h5'),
    fresh: process.argv.includes('--fresh'),
    say: words.say,
  }).catch((error: Error) => stop(whyNot(error))),
  buildPages('h5', () => words.say(words.buildingFor('h5'))).catch((error: Error) => {
    console.error(error.message)
    return stop(words.buildFailed)
  }),
])
for (const line of words.ready(demo.url)) console.log(line)

closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
  if (err) console.error(err)
  words.say(words.closing)
  await demo.close()
})

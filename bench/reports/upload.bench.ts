import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { pictureLimits } from '@huiyin/shared/photos/picture-limits.ts'
import { startProxy } from '@huiyin/tests/support/tcp-proxy.ts'
import sharp from 'sharp'
import { sized } from '../bench.ts'
import { heading, holds, round, table, verdict } from '../results.ts'
import { startService, versionOf } from '../support.ts'
import { growthDuring, sendPhoto } from './sending.ts'
import { fillTown, tokenOf } from './town.ts'

const [secondsLimit, megabytesLimit] = [45, 150]
/** 200 kbit/s, and milliseconds each way. */
const [bytesPerSecond, delay] = [25_000, 150]

/** A picture of so many pixels with so much in it that it has about so many bytes. */
const picture = async (width: number, height: number, bytes: number, progressive = false): Promise<Uint8Array> => {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  const grain = await sharp({
    create: { width: Math.ceil(width / 4), height: Math.ceil(height / 4), channels: 3, background: '#888', noise },
  })
    .png()
    .toBuffer()
  const drawn = sharp(grain).resize(Math.round(width), Math.round(height), { kernel: 'cubic' })
  for (const quality of [90, 80, 65, 50, 35, 20, 8]) {
    const made = await drawn.clone().jpeg({ quality, progressive }).toBuffer()
    if (made.length <= bytes) return made
  }
  throw new Error('no such picture')
}

type Asked = { port: number; pid: number }
type Answered = { status: number }

const outcome = (answers: Answered[]) => {
  const count = (status: number) => answers.filter(it => it.status === status).length
  const [kept, refused] = [count(201), count(422)]
  return `${kept} kept, ${refused} refused, ${answers.length - kept - refused} told to come again`
}

/** One after another, each on a new connection: seconds, and what became of them. */
const overNarrowLine = async ({ port }: Asked, photos: number, scale: number) => {
  const line = await startProxy(port)
  line.narrow(bytesPerSecond * scale)
  line.delay(delay)
  const ordinary = await picture(1600, 1200, pictureLimits.bytes)
  const started = performance.now()
  const through = []
  for (let n = 0; n < photos; n++)
    through.push(await sendPhoto(Number(new URL(line.url).port), tokenOf('resident', 1), ordinary))
  const seconds = (performance.now() - started) / 1000
  await line.close()
  const arrived = through.filter(it => it.status === 201).length
  return { seconds, arrived, steps: Math.min(...through.map(it => it.steps)), kilobytes: ordinary.length / 1024 }
}

/** So many at the same moment, of one person or each of somebody else. */
const atOnce = ({ port, pid }: Asked, many: number, bytes: Uint8Array, who: (n: number) => number) =>
  growthDuring(pid, () =>
    Promise.all(Array.from({ length: many }, (_, n) => sendPhoto(port, tokenOf('resident', who(n)), bytes))),
  )

const attacked = async (service: Asked, { each, crowd, scale }: { each: number; crowd: number; scale: number }) => {
  const dear = [
    ['progressive, 19.8 megapixels', await picture(5140 / scale, 3855 / scale, 4e6, true)],
    ['progressive, 50 megapixels', await picture(8160 / scale, 6120 / scale, 4e6, true)],
    ['in strips, 50 megapixels', await picture(8160 / scale, 6120 / scale, 4e6)],
  ] as const
  const rows: { name: string; grown: number; what: Answered[] }[] = []
  for (const [name, bytes] of dear)
    rows.push({ name: `${each} at once of one person, ${name}`, ...(await atOnce(service, each, bytes, () => 2)) })
  const large = await picture(4000 / scale, 3000 / scale, 2.6e6)
  const name = `${crowd} people at once, ${round(large.length / 1e6)} MB each`
  rows.push({ name, ...(await atOnce(service, crowd, large, n => 10 + n)) })
  return rows
}

/** Three photos on a narrow line; and what the service takes when somebody, or everybody at once, sends what is dear to open. */
export const bench = sized({
  whole: { photos: 3, each: 150, crowd: 50, scale: 1 },
  tiny: { photos: 1, each: 6, crowd: 6, scale: 8 },
  run: async (cluster, { photos, ...size }) => {
    const url = await cluster.createDatabase('upload')
    await fillTown(url, { reports: 20, grids: 6 })
    const folder = mkdtempSync(join(tmpdir(), 'huiyin-upload-'))
    const env = { ...demoEnv('http://127.0.0.1:9'), DATABASE_URL: url, CHECK_ANSWERS: 'off', PHOTO_FOLDER: folder }
    const service = await startService(env, 'off')
    const { seconds, arrived, steps, kilobytes } = await overNarrowLine(service, photos, size.scale)
    const rows = await attacked(service, size)
    const version = await versionOf(url)
    await service.stop()
    rmSync(folder, { recursive: true, force: true })
    const grown = Math.max(...rows.map(it => it.grown))
    const kept = rows.at(-1)?.what.filter(it => it.status === 201).length ?? 0
    const kilobits = round((bytesPerSecond * size.scale * 8) / 1000)
    return {
      lines: [
        ...heading('upload', [`PostgreSQL ${version}`]),
        `${photos} photos of ${round(kilobytes)} KB one after another over a line of ${kilobits} kbit/s and ${delay * 2} ms there and back, each on a new connection; then attacks, over real sockets, into a folder. Memory: how much larger the process was at most (VmRSS, every 25 ms).`,
        '',
        ...table(
          ['', 'what became of them', 'MB more'],
          rows.map(it => [it.name, outcome(it.what), round(it.grown)]),
        ),
        '',
        `${arrived} of ${photos} arrived, in ${verdict(seconds, '≤', secondsLimit, ' s')}, the bar moving at least ${steps} times for each. Memory ${verdict(grown, '≤', megabytesLimit, ' MB')}. Of the crowd **${kept}** were kept at the first try (limit ≥ 1): ${kept > 0 ? 'passed' : '**MISSED**'}.`,
      ],
      passed: arrived === photos && holds(seconds, '≤', secondsLimit) && holds(grown, '≤', megabytesLimit) && kept > 0,
    }
  },
})

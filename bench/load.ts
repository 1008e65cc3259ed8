import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { median, percentile } from './results.ts'

/**
 * A load generator of a few lines: autocannon took more of the two cores than the server. Each client keeps one connection
 * and runs one errand at a time. With `perSecond`, errands begin by timetable, however long the answers take.
 */
export type Load = {
  port: number
  clients: number
  seconds: number
  /** Requests that one client sends one after another; `%ID0%` to `%ID3%` are UUIDs that they share, fresh each time. */
  errands: readonly (readonly string[])[]
  perSecond?: number
}

/** Of errands; milliseconds. `wrong` counts answers that are not 2xx. */
export type Loaded = { perSecond: number; p50: number; p99: number; wrong: number; count: number }

const run = async ({ port, clients, seconds, errands, perSecond }: Load): Promise<Loaded> => {
  const [latencies, started]: [number[], number] = [[], performance.now()]
  const until = started + seconds * 1000
  let wrong = 0
  let at = 0
  const client = async (k: number) => {
    const ask = await open(port)
    for (let n = 0; n === 0 || performance.now() < until; n++) {
      if (perSecond) {
        const due = started + ((k + n * clients) * 1000) / perSecond
        if (due >= until) break
        await new Promise(done => setTimeout(done, Math.max(0, due - performance.now())))
      }
      const ids = Array.from({ length: 4 }, () => randomUUID())
      const errand = errands[at++ % errands.length] ?? []
      const requests = errand.map(it => it.replaceAll(/%ID(\d)%/g, (_, k) => ids[k] ?? ''))
      const sent = performance.now()
      for (const request of requests) if (!/^HTTP\/1.1 2/.test(await ask(request))) wrong++
      latencies.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, k) => client(k)))
  const passed = (performance.now() - started) / 1000
  return {
    perSecond: latencies.length / passed,
    p50: median(latencies),
    p99: percentile(latencies, 0.99),
    wrong,
    count: latencies.length,
  }
}

/** A connection as a function from request to answer. */
const open = async (port: number) => {
  const socket = connect(port, '127.0.0.1').setNoDelay()
  let received = ''
  let done: (answer: string) => void = () => {}
  socket.on('data', chunk => {
    received += chunk.toString('latin1')
    if (!isWhole(received)) return
    const answer = received
    received = ''
    done(answer)
  })
  socket.on('error', error => {
    throw error
  })
  await new Promise(connected => socket.once('connect', connected))
  return (request: string) =>
    new Promise<string>(resolve => {
      done = resolve
      socket.write(request)
    })
}

const isWhole = (text: string): boolean => {
  const body = text.indexOf('\r\n\r\n') + 4
  if (body < 4) return false
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(text) ?? []
  return length ? text.length >= body + Number(length) : text.endsWith('0\r\n\r\n')
}

process.once('message', async (it: Load) => process.send?.(await run(it)))

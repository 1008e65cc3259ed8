import { connect, createServer, type Socket } from 'node:net'
import { freePort } from './cluster.ts'

/**
 * pass: as it should be · refuse: connections are reset at once · hang up: FIN in the middle of the start-up ·
 * hole: nothing comes through and nobody is told (half-open); what fell into it stays silent after it is closed.
 */
export type Way = 'pass' | 'refuse' | 'hang up' | 'hole'

/** A line to a local port that can be disturbed, for standing between the service and its database, or before the service. */
export type TcpProxy = {
  url: string
  /** The same address by way of this line. */
  through: (url: string) => string
  set: (way: Way) => void
  /** Milliseconds that every piece takes longer, each way. */
  delay: (ms: number) => void
  /** So many bytes a second each way, shared by all connections, as on a phone in a valley. */
  narrow: (bytesPerSecond: number) => void
  /** Resets (RST) every connection there is. */
  cut: () => void
  /** Sees every piece on its way; what it says no to is swallowed. */
  watch: (lets?: (piece: Buffer, from: 'service' | 'database') => boolean) => void
  /** Connections asked for since the last call. */
  dialled: () => number
  close: () => Promise<void>
}

/** `under`: what is on its way through a narrow line. */
type Pair = { near: Socket; far: Socket; silent: boolean; under: Promise<void> }

/** Largest piece that a narrow line takes at once, in bytes. */
const piece = 1400
const wide = Number.POSITIVE_INFINITY

const wait = (ms: number) => new Promise(done => setTimeout(done, ms))

/** One direction of a narrow line: in how many milliseconds so many bytes more are through, behind all that came before. */
const narrowLine = () => {
  let free = 0
  return (bytes: number, perSecond: number): number => {
    free = Math.max(free, performance.now()) + (bytes / perSecond) * 1000
    return free - performance.now()
  }
}

export const startProxy = async (target: number): Promise<TcpProxy> => {
  const pairs = new Set<Pair>()
  let way: Way = 'pass'
  let ms = 0
  let count = 0
  let lets: Parameters<TcpProxy['watch']>[0]
  let rate = wide
  const [up, down] = [narrowLine(), narrowLine()]

  /** The sender is held back meanwhile, so that its own measure of what has left is true. */
  const squeeze = (pair: Pair, chunk: Buffer, from: Socket, to: Socket, line: typeof up) => {
    from.pause()
    for (let at = 0; at < chunk.length; at += piece) {
      const part = chunk.subarray(at, at + piece)
      const due = performance.now() + line(part.length, rate) + ms
      pair.under = pair.under.then(() => wait(due - performance.now())).then(() => void (to.writable && to.write(part)))
    }
    setTimeout(() => from.resume(), line(0, rate))
  }

  const carry = (pair: Pair, to: Socket) => (chunk: Buffer) => {
    if (lets && !lets(chunk, to === pair.near ? 'database' : 'service')) return
    if (way === 'hole') pair.silent = true
    if (pair.silent) return
    if (rate < wide)
      to === pair.far ? squeeze(pair, chunk, pair.near, to, up) : squeeze(pair, chunk, pair.far, to, down)
    else if (ms === 0) to.write(chunk)
    else setTimeout(() => to.writable && to.write(chunk), ms)
  }
  const join = (near: Socket) => {
    const pair: Pair = { near, far: connect(target, '127.0.0.1'), silent: way === 'hole', under: Promise.resolve() }
    pairs.add(pair)
    for (const [from, to] of [
      [near, pair.far],
      [pair.far, near],
    ] as const) {
      from.on('data', carry(pair, to))
      from.on('error', () => {})
      from.on('close', () => {
        pairs.delete(pair)
        // In a hole the other side never hears that this one is gone.
        // What is still on its way comes through before.
        if (!pair.silent) void pair.under.then(() => to.destroy())
        else if (from === near) pair.far.destroy()
      })
    }
  }
  const server = createServer(near => {
    count++
    near.on('error', () => {})
    if (way === 'refuse') near.resetAndDestroy()
    else if (way === 'hang up') near.once('data', () => near.end())
    else join(near)
  })
  const port = await freePort()
  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))

  return {
    url: `http://127.0.0.1:${port}`,
    through: url => url.replace(/@127\.0\.0\.1:\d+\//, `@127.0.0.1:${port}/`),
    set: to => {
      way = to
      if (way === 'hole') for (const pair of pairs) pair.silent = true
    },
    delay: to => {
      ms = to
    },
    narrow: bytesPerSecond => {
      rate = bytesPerSecond
    },
    cut: () => {
      for (const { near, far } of pairs) {
        near.resetAndDestroy()
        far.destroy()
      }
    },
    watch: given => {
      lets = given
    },
    dialled: () => {
      const now = count
      count = 0
      return now
    },
    close: async () => {
      for (const { near, far } of pairs) {
        near.destroy()
        far.destroy()
      }
      await new Promise(done => server.close(done))
    },
  }
}

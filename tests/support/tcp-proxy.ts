import { connect, createServer, type Socket } from 'node:net'
import { freePort } from './cluster.ts'

/**
 * pass: as it should be · refuse: connections are reset at once · hang up: FIN in the middle of the start-up ·
 * hole: nothing comes through and nobody is told (half-open); what fell into it stays silent after it is closed.
 */
export type Way = 'pass' | 'refuse' | 'hang up' | 'hole'

/** A line to a local port that can be disturbed, for standing between the service and its database. */
export type TcpProxy = {
  /** The same address by way of this line. */
  through: (url: string) => string
  set: (way: Way) => void
  /** Milliseconds that every piece takes longer, each way. */
  delay: (ms: number) => void
  /** Resets (RST) every connection there is. */
  cut: () => void
  /** Sees every piece on its way; what it says no to is swallowed. */
  watch: (lets?: (piece: Buffer, from: 'service' | 'database') => boolean) => void
  /** Connections asked for since the last call. */
  dialled: () => number
  close: () => Promise<void>
}

type Pair = { near: Socket; far: Socket; silent: boolean }

export const startProxy = async (target: number): Promise<TcpProxy> => {
  const pairs = new Set<Pair>()
  let way: Way = 'pass'
  let ms = 0
  let count = 0
  let lets: Parameters<TcpProxy['watch']>[0]

  const carry = (pair: Pair, to: Socket) => (chunk: Buffer) => {
    if (lets && !lets(chunk, to === pair.near ? 'database' : 'service')) return
    if (way === 'hole') pair.silent = true
    if (pair.silent) return
    if (ms === 0) to.write(chunk)
    else setTimeout(() => to.writable && to.write(chunk), ms)
  }
  const join = (near: Socket) => {
    const pair: Pair = { near, far: connect(target, '127.0.0.1'), silent: way === 'hole' }
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
        if (!pair.silent) to.destroy()
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
    through: url => url.replace(/@127\.0\.0\.1:\d+\//, `@127.0.0.1:${port}/`),
    set: to => {
      way = to
      if (way === 'hole') for (const pair of pairs) pair.silent = true
    },
    delay: to => {
      ms = to
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

import postgres from 'postgres'

/** A gate in the database: see `closeGate`. */
export type Gate = {
  /** Lets everybody go on. */
  open: () => Promise<unknown>
  /** Waits until so many statements stand still: at the gate, or behind somebody who does. */
  waiting: (count: number) => Promise<void>
  /** Takes it away, once nobody stands in it any more. */
  remove: () => Promise<void>
}

/** `before`: what would be written to which table. `when`: which rows, by `new` and, where there is one, `old`. */
type Where = { before: 'insert' | 'update'; of: string; when?: string }

const key = 20_261_124

/**
 * Whoever would write such a row stands still in the middle of his statement, with all that it has read and locked, until the
 * gate opens. So two processes meet where a test wants them to, on a slow machine as on a fast one.
 */
export const closeGate = async (url: string, { before, of, when = 'true' }: Where): Promise<Gate> => {
  const holder = postgres(url, { max: 1, onnotice: () => {} })
  const watcher = postgres(url, { max: 1, onnotice: () => {} })
  await holder.unsafe(`
    create or replace function stand_still() returns trigger language plpgsql as $$
      begin perform pg_advisory_xact_lock_shared(${key}); return new; end $$;
    create trigger gate before ${before} on ${of} for each row when (${when}) execute function stand_still();
    select pg_advisory_lock(${key})`)
  const count = async () => {
    const [row] = await watcher`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    return row?.n as number
  }
  const waiting = async (wanted: number) => {
    while ((await count()) < wanted) await new Promise(done => setTimeout(done, 10))
  }
  const open = () => holder.unsafe(`select pg_advisory_unlock_all()`)
  const remove = async () => {
    await open()
    await holder.unsafe(`drop trigger gate on ${of}`)
    await Promise.all([holder.end(), watcher.end()])
  }
  return { open, waiting, remove }
}

/** What became of the two, and whether the second had to wait for the first. */
export type Met<A, B> = { first: PromiseSettledResult<A>; second: PromiseSettledResult<B>; waited: boolean }

/** `first` comes to the gate, `second` as far as it gets without him; then the gate opens, and both come to their end. */
export const meet = async <A, B>(
  url: string,
  where: Where,
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<Met<A, B>> => {
  const gate = await closeGate(url, where)
  try {
    const one = settled(first())
    const came = await Promise.race([gate.waiting(1).then(() => true), one.then(() => false)])
    if (!came) throw new Error('the first never came to the gate')
    const two = settled(second())
    const waited = await Promise.race([gate.waiting(2).then(() => true), two.then(() => false)])
    await gate.open()
    return { first: await one, second: await two, waited }
  } finally {
    await gate.remove()
  }
}

const settled = <T>(work: Promise<T>) => Promise.allSettled([work]).then(([it]) => it as PromiseSettledResult<T>)

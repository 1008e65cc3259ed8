/** `heavy`: only one such is at work at a time, so that light ones pass it. */
type Waiting = { heavy: boolean; begin: () => void; late: AbortSignal | undefined }

export type Turn = { personId: string; heavy: boolean; late?: AbortSignal | undefined }

/** Who waits, in the order in which their turns come: it goes round by persons. */
const createQueue = () => {
  const people = new Map<string, Waiting[]>()
  const add = (personId: string, work: Waiting) => people.set(personId, [...(people.get(personId) ?? []), work])
  /** The next one that may begin; its person goes to the end. */
  const take = (mayBegin: (work: Waiting) => boolean): Waiting | undefined => {
    for (const [personId, works] of people) {
      const at = works.findIndex(mayBegin)
      if (at < 0) continue
      const [work] = works.splice(at, 1)
      people.delete(personId)
      if (works.length > 0) people.set(personId, works)
      return work
    }
    return undefined
  }
  return { add, take }
}

/**
 * So many works at a time. Whose turn it is goes round by persons, not by works: who brings a hundred waits behind who brings one.
 * What nobody waits for any more (`late`) is not begun.
 */
export const fairTurns = (places: number) => {
  const queue = createQueue()
  let [running, heavies] = [0, 0]

  const fill = () => {
    while (running < places) {
      const work = queue.take(({ heavy }) => !heavy || heavies === 0)
      if (!work) return
      if (work.late?.aborted) continue
      running++
      if (work.heavy) heavies++
      work.begin()
    }
  }

  const wait = ({ personId, heavy, late }: Turn) =>
    new Promise<void>((begin, reject) => {
      late?.addEventListener('abort', () => reject(late.reason), { once: true })
      queue.add(personId, { heavy, begin, late })
      fill()
    })

  return async <T>(turn: Turn, work: () => Promise<T>): Promise<T> => {
    turn.late?.throwIfAborted()
    await wait(turn)
    try {
      return await work()
    } finally {
      running--
      if (turn.heavy) heavies--
      fill()
    }
  }
}

import { Refusal } from '@huiyin/shared/core/problem.ts'
import { requestLimits } from '@huiyin/shared/core/request-limits.ts'

const { person: perPerson, process: perProcess } = requestLimits.uploadsAtOnce
const megabyte = 1024 * 1024

type Load = { requests: number; bytes: number }

const isFull = (load: Load, bytes: number, most: { requests: number; megabytes: number }) =>
  load.requests >= most.requests || load.bytes + bytes > most.megabytes * megabyte

/**
 * Uploads of this process that are under way. Whoever comes while too much is, is refused before a byte of his is read: what
 * nobody will answer in time must not fill the memory. Answers how the place is given back.
 */
export const createAdmission = () => {
  const all: Load = { requests: 0, bytes: 0 }
  const people = new Map<string, Load>()
  return (personId: string, bytes: number): (() => void) => {
    const own = people.get(personId) ?? { requests: 0, bytes: 0 }
    if (isFull(own, bytes, perPerson)) throw new Refusal('too-many', undefined, requestLimits.comeAgainSeconds)
    if (isFull(all, bytes, perProcess)) throw new Refusal('busy', undefined, requestLimits.comeAgainSeconds)
    people.set(personId, own)
    for (const load of [own, all]) {
      load.requests++
      load.bytes += bytes
    }
    return () => {
      for (const load of [own, all]) {
        load.requests--
        load.bytes -= bytes
      }
      if (own.requests === 0) people.delete(personId)
    }
  }
}

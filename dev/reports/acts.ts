import type { Random } from '../town/random.ts'
import type { UnitId } from '../town/words.ts'
import { commonWords } from './common-words.ts'
import type { Act, Life } from './life.ts'
import type { Staff, Town } from './staff.ts'
import type { Story } from './stories.ts'

/** How a matter is going to run, unless the clock interferes. */
export const fates = ['plain', 'joint', 'lapse', 'slow', 'reopen', 'returned', 'withdrawn'] as const
export type Fate = (typeof fates)[number]

export type Actors = {
  life: Life
  fate: Fate
  story: Story
  reporter: Staff
  neighbours: Staff[]
  random: Random
  town: Town
}

const minutes = 60_000
const shanghai = 8 * 60 * minutes
const day = 24 * 60 * minutes

/** The next thing that somebody does, or undefined when only the clock is left. */
export const nextAct = (it: Actors): Act | undefined => {
  const { life, random } = it
  const aside = random.chance(0.07) && life.steps.length < 9 && it.fate !== 'withdrawn' ? asideOf(it) : undefined
  if (aside) return aside
  if (life.state === 'accepted') return afterAccept(it)
  if (life.state === 'working') return wantsUnit(it) ? dispatch(it) : resolve(it)
  if (life.state === 'dispatched') return finish(it)
  if (life.state === 'resolved') return answer(it)
  if (life.state === 'closed' || life.state === 'withdrawn') return undefined
  return whileWaiting(it)
}

const whileWaiting = (it: Actors): Act | undefined => {
  const { life, fate, reporter } = it
  if (fate === 'withdrawn' && life.state === 'filed' && life.level === 'grid')
    return act(it, 'withdraw', reporter, new Date(last(life) + it.random.int(2, 9) * minutes))
  if (fate === 'returned' && life.returns === 0 && life.level === 'grid')
    return act(it, 'return', owner(it), soon(it, 4, 14), { words: it.random.pick(commonWords.returned) })
  const due = life.dueAt?.getTime() ?? 0
  const late = fate === 'slow' && life.level === 'grid'
  const at = late ? due + it.random.int(4, 20) * minutes : due - it.random.int(4, 27) * minutes
  const words = it.random.chance(0.3) ? it.random.pick(commonWords.accepted) : undefined
  return act(it, 'accept', owner(it), new Date(Math.max(at, last(life) + 2 * minutes)), { words })
}

const afterAccept = (it: Actors): Act => {
  if (wantsUnit(it) && it.random.chance(0.5)) return dispatch(it)
  if (wantsUnit(it) || it.random.chance(0.7))
    return act(it, 'start', owner(it), soon(it, 6, 30), {
      words: it.random.chance(0.4) ? it.random.pick(commonWords.started) : undefined,
    })
  return resolve(it)
}

const wantsUnit = ({ life, fate }: Actors) =>
  (fate === 'joint' || life.reopens > 0) &&
  life.steps.findLast(step => step.event === 'reopen' || step.event === 'finish')?.event !== 'finish'

const dispatch = (it: Actors): Act =>
  act(it, 'dispatch', owner(it), soon(it, 4, 20), {
    words: it.random.pick(commonWords.dispatched),
    unitId: it.story.unit,
  })

const finish = (it: Actors): Act => {
  const unitId: UnitId = it.life.unitId ?? it.story.unit
  const paces = { urgent: [20, 45], normal: [90, 700], slow: [600, 5000] } as const
  const [least, most] = paces[it.life.filing.urgency]
  const by = it.random.pick(it.town.unitStaff(unitId))
  return act(it, 'finish', by, soon(it, least, most), { words: it.random.pick(it.story.finished), photos: 1 })
}

const resolve = (it: Actors): Act => {
  const paces = { urgent: [10, 40], normal: [40, 500], slow: [300, 4000] } as const
  const [least, most] = paces[it.life.filing.urgency]
  const photos = it.random.chance(0.25) ? 2 : 1
  return act(it, 'resolve', owner(it), soon(it, least, most), { words: it.random.pick(it.story.resolved), photos })
}

const answer = (it: Actors): Act | undefined => {
  const { fate, life, random, reporter } = it
  if (fate === 'reopen' && life.reopens === 0)
    return act(it, 'reopen', reporter, soon(it, 600, 5000), { words: random.pick(commonWords.reopened) })
  return fate === 'lapse' ? undefined : act(it, 'confirm', reporter, soon(it, 12, 2800))
}

/** A note from either side, or a neighbour who joins. */
const asideOf = (it: Actors): Act | undefined => {
  const { life, random, reporter, neighbours } = it
  if (life.state === 'closed' || life.state === 'withdrawn') return undefined
  const at = soon(it, 3, 12)
  const fresh = neighbours.filter(one => !life.joiners.some(joiner => joiner.id === one.id))
  if (life.state !== 'resolved' && fresh.length > 0 && random.chance(0.5))
    return act(it, 'join', random.pick(fresh), at)
  if (random.chance(0.5)) return act(it, 'note', reporter, at, { words: random.pick(commonWords.reporterNoted) })
  const staffOnly = random.chance(0.4)
  const words = random.pick(staffOnly ? commonWords.staffNoted : commonWords.noted)
  return act(it, 'note', owner(it), at, { words, staffOnly })
}

const owner = ({ life, town }: Actors): Staff => {
  const { ownerId, level, filing } = life
  const first = town.ownerAt(level, filing.gridId)
  return first.id === ownerId ? first : town.ownerAt('grid', filing.gridId)
}

const act = (it: Actors, event: Act['event'], by: Staff, at: Date, more: Partial<Act> = {}): Act => ({
  id: it.random.id(),
  event,
  by,
  at,
  ...more,
})

const last = (life: Life) => life.steps.at(-1)?.at.getTime() ?? life.filing.createdAt.getTime()

/** Some minutes later, a broken promise sooner; what is not urgent waits for the morning. */
const soon = ({ life, random }: Actors, least: number, most: number): Date => {
  const haste = last(life) > life.filing.resolveBy.getTime() && life.state !== 'resolved' ? 4 : 1
  const at = last(life) + (random.int(least, most) / haste) * minutes + random.int(0, 59) * 1000
  if (life.filing.urgency === 'urgent') return new Date(at)
  const clock = (at + shanghai) % day
  if (clock > 7.5 * 60 * minutes && clock < 21 * 60 * minutes) return new Date(at)
  const midnight = at - clock + (clock >= 12 * 60 * minutes ? day : 0)
  return new Date(midnight + (7.6 * 60 + random.int(0, 90)) * minutes)
}

import { after } from '@huiyin/shared/core/working-time.ts'
import { waitingClock } from '@huiyin/shared/reports/report-clock.ts'
import type { ReportState } from '@huiyin/shared/reports/report-states.ts'
import { triage } from '@huiyin/shared/reports/triage.ts'
import { looksPerScene } from '../town/album.ts'
import { createRandom, type Random } from '../town/random.ts'
import type { PlannedPerson } from '../town/rows.ts'
import { resident } from '../town/words.ts'
import { type Fate, nextAct } from './acts.ts'
import { commonWords } from './common-words.ts'
import { apply, begin, type Filing, type Life, letClockStrike, type Rules } from './life.ts'
import { openMatters } from './open-matters.ts'
import type { Staff, Town } from './staff.ts'
import { type Story, stories } from './stories.ts'

/** A lived matter with what its photos show. */
export type Matter = {
  life: Life
  story: Story
  rating: 'good' | 'fair' | 'poor' | null
  ratingWords: string | null
  look: number
}

/** What is fixed about a matter before it begins. `hold`: nobody acts any more once it stands there. `said`: which sentence. */
export type MatterPlan = {
  filedAt: Date
  fate: Fate
  hold?: ReportState
  story: Story
  said?: number
  reporter: PlannedPerson
}

const matterCount = 2000
const day = 24 * 60 * 60_000
const weights: Record<Fate, number> = { plain: 54, joint: 22, lapse: 8, slow: 5, reopen: 5, returned: 3, withdrawn: 3 }

/** The last twelve months, oldest first; the newest of them are still open. */
export const liveMatters = (town: Town, rules: Rules, now: Date): Matter[] => {
  const random = createRandom('matters')
  const open = openMatters(town, now)
  const past = Array.from({ length: matterCount - open.length }, () => planPast(town, now, random))
  return [...past, ...open]
    .toSorted((a, b) => a.filedAt.getTime() - b.filedAt.getTime())
    .map((plan, index) => liveOne(plan, createRandom(`matter ${index}`), town, rules, now))
}

const planPast = (town: Town, now: Date, random: Random): MatterPlan => {
  const midnight = now.getTime() - ((now.getTime() + day / 3) % day)
  const hour = random.chance(0.35) ? random.between(18.5, 21.5) : random.between(6.5, 18)
  return {
    filedAt: new Date(midnight - random.int(3, 364) * day + Math.floor(hour * 3600) * 1000),
    fate: pickFate(random),
    story: random.pick(stories),
    reporter: random.pick(town.residents),
  }
}

const pickFate = (random: Random): Fate => {
  let ball = random.between(
    0,
    Object.values(weights).reduce((sum, it) => sum + it),
  )
  for (const [fate, weight] of Object.entries(weights)) {
    ball -= weight
    if (ball < 0) return fate as Fate
  }
  return 'plain'
}

const liveOne = (plan: MatterPlan, random: Random, town: Town, rules: Rules, now: Date): Matter => {
  const { story, fate, hold } = plan
  const reporter: Staff = { id: plan.reporter.id, shown: resident }
  const filing = draw(plan, random, town, rules)
  const neighbours = (town.neighbours.get(filing.gridId) ?? [])
    .filter(it => it.id !== reporter.id)
    .map(it => ({ id: it.id, shown: resident }))
  const photos = random.chance(0.9) ? random.int(1, 2) : 0
  let life = begin(filing, { id: filing.id, event: 'file', at: filing.createdAt, by: reporter, photos }, town, rules)
  for (;;) {
    const act = life.state === hold ? undefined : nextAct({ life, fate, story, reporter, neighbours, random, town })
    const struck = letClockStrike(life, act && act.at < now ? act.at : now, random.id, town, rules)
    if (struck === life && (!act || act.at >= now)) break
    life = struck === life && act ? apply(life, act, town, rules) : struck
  }
  const rating = life.steps.at(-1)?.event === 'confirm' ? rate(random) : null
  const ratingWords = rating === 'good' && random.chance(0.3) ? random.pick(commonWords.rated) : null
  return { life, story, rating, ratingWords, look: random.int(0, looksPerScene - 1) }
}

const rate = (random: Random) => (random.chance(0.8) ? 'good' : random.chance(0.75) ? 'fair' : 'poor')

/** The filing as the API would have written it. */
const draw = (
  { story, said, reporter, filedAt: createdAt }: MatterPlan,
  random: Random,
  town: Town,
  rules: Rules,
): Filing => {
  const building = town.areas.get(reporter.homeId ?? '')
  const grid = town.areas.get(building?.parentId ?? '')
  const village = town.areas.get(grid?.parentId ?? '')
  if (!building || !grid || !village) throw new Error(`${reporter.openid} has no home`)
  const words = story.said[said ?? random.int(0, story.said.length - 1)] ?? null
  const { kind, urgency, rule } = triage(words ?? '')
  const terms = rules.terms[urgency]
  const resolveBy = after(createdAt, terms.resolve.minutes, terms.resolve.clock, rules.calendar)
  return {
    id: random.id(),
    reporterId: reporter.id,
    words,
    kind,
    urgency,
    urgencyRule: rule,
    gridId: grid.id,
    buildingId: building.id,
    place: `${village.name} ${building.name}（${random.pick(story.spots)}）`,
    createdAt,
    acceptBy: waitingClock({ now: createdAt, resolveBy, terms, calendar: rules.calendar }).dueAt,
    resolveBy,
  }
}

import type { ReportState } from '@huiyin/shared/reports/report-states.ts'
import { demoHomeId } from '../town/people.ts'
import type { SceneName } from '../town/pictures/paint.ts'
import { createRandom } from '../town/random.ts'
import type { PlannedPerson } from '../town/rows.ts'
import type { Fate } from './acts.ts'
import type { MatterPlan } from './matters.ts'
import type { Town } from './staff.ts'
import { type Story, stories } from './stories.ts'

/** `said`: which of the story's sentences; any unless given. */
type Wish = { hold: ReportState; scene: SceneName; fate?: Fate; minutesAgo: number; said?: number }

const hours = 60
const days = 24 * hours

/** What the grid of the demo page has on its desk: something of everything. */
const demoGrid: Wish[] = [
  { hold: 'resolved', scene: 'leak', minutesAgo: 26 * hours, said: 3 },
  { hold: 'working', scene: 'rubbish', minutesAgo: 5 * hours },
  { hold: 'dispatched', scene: 'leak', fate: 'joint', minutesAgo: 75, said: 0 },
  { hold: 'accepted', scene: 'bikes', minutesAgo: 3 * hours },
  { hold: 'filed', scene: 'manhole', minutesAgo: 4 },
]

/** And the rest of the township, some of it late. */
const elsewhere: Wish[] = [
  ...each('filed', [
    ['bikes', 9],
    ['leak', 6, 5],
    ['clutter', 12],
    ['noise', 3],
    ['fireLane', 7],
    ['branch', 2],
  ]),
  ...each('accepted', [
    ['pothole', 2 * days],
    ['leak', 55, 0],
    ['rubbish', 6 * hours],
    ['leads', 2 * hours],
    ['lamp', days],
  ]),
  ...each('working', [
    ['drain', 4 * hours],
    ['clutter', 8 * hours],
    ['lamp', 3 * days],
    ['fireLane', 7 * hours],
    ['pothole', days],
  ]),
  ...each(
    'dispatched',
    [
      ['pothole', 3 * days],
      ['leak', 5 * hours, 2],
      ['drain', 6 * hours],
      ['manhole', 80],
      ['lamp', 2 * days],
    ],
    'joint',
  ),
  ...each('resolved', [
    ['leak', days],
    ['rubbish', 30 * hours],
    ['bikes', 2 * days],
    ['branch', 3 * days],
    ['noise', 28 * hours],
  ]),
  // Late ones: nobody came in time, so the clock has carried them up.
  ...each('accepted', [
    ['leak', 135, 3],
    ['manhole', 165],
    ['rubbish', 3 * days],
  ]),
  ...each('filed', [
    ['leak', 45, 5],
    ['manhole', 70],
  ]),
  ...each(
    'returned',
    [
      ['clutter', 50],
      ['branch', 80],
    ],
    'returned',
  ),
  ...each(
    'reopened',
    [
      ['drain', 5 * days],
      ['bikes', 4 * days],
    ],
    'reopen',
  ),
]

function each(hold: ReportState, scenes: [SceneName, number, number?][], fate?: Fate): Wish[] {
  return scenes.map(([scene, minutesAgo, said]) => ({
    hold,
    scene,
    minutesAgo,
    ...(fate && { fate }),
    ...(said !== undefined && { said }),
  }))
}

/** The matters that are open when the demo opens, planned so that each stands in a state of its own. */
export const openMatters = (town: Town, now: Date): MatterPlan[] => {
  const random = createRandom('open matters')
  const [first, second, ...others] = town.residents as [PlannedPerson, PlannedPerson, ...PlannedPerson[]]
  const plan = ({ hold, scene, fate = 'plain', minutesAgo, said }: Wish, reporter: PlannedPerson): MatterPlan => ({
    ...(said !== undefined && { said }),
    filedAt: new Date(now.getTime() - minutesAgo * 60_000 - random.int(5, 50) * 1000),
    fate,
    hold,
    story: stories.find(it => it.scene === scene) as Story,
    reporter,
  })
  const demoGridId = demoHomeId.slice(0, 6)
  const nearby = [second, ...(town.neighbours.get(demoGridId) ?? []).filter(it => it !== first && it !== second)]
  return [
    ...demoGrid.map((wish, index) =>
      plan(wish, index === 0 ? first : (nearby[index % nearby.length] as PlannedPerson)),
    ),
    ...elsewhere.map(wish => plan(wish, random.pick(others.filter(it => !it.homeId?.startsWith(demoGridId))))),
  ]
}

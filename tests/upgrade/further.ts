import { upgrades } from '../lists/upgrades.ts'
import type { Dump } from '../support/upgrade-dump.ts'
import type { World } from '../support/world.ts'
import { beginnersOf } from './beginners.ts'
import { signedIn } from './reading.ts'

export type OpenMatter = { room: string; id: string; state: string; fence: number; hers: string }

/** What was open at the end of a dump: a clock of it runs. `hers`: who began it. */
export const openMattersOf = (dump: Dump): OpenMatter[] =>
  Object.entries(upgrades).flatMap(([room, upgrade]) =>
    beginnersOf(dump, upgrade)
      .filter(it => it.due_at !== null)
      .map(({ id, state, fence = 0, openid }) => ({ room, id, state, fence, hers: openid })),
  )

/** Whether somebody of those who could has taken the next step. */
export const goesOn = async (world: World, it: OpenMatter): Promise<boolean> => {
  const step = upgrades[it.room]?.further[it.state]
  for (const openid of step?.by.length ? step.by : [it.hers]) {
    const who = await signedIn(world, openid)
    const done = await step?.take(who, it).then(
      () => true,
      () => false,
    )
    if (done) return true
  }
  return false
}

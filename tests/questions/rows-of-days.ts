import { rowsOf } from '@huiyin/db/core/client.ts'
import { enterDays } from '@huiyin/db/grids/calendar-queries.ts'
import { sql } from 'drizzle-orm'
import { world } from './counsel.ts'
import { answered, minutes, type Row } from './scenes.ts'

/** The town counts workdays until a question ends for want of her word. */
const inWorkdays = (scene: Row['scene']) => async () => {
  await rowsOf(
    world.outside.db,
    sql`insert into deadlines (scope, urgency, stage, minutes, clock) values ('t001', 'question', 'reply', 7200, 'workdays') on conflict do nothing`,
  )
  return scene()
}

/** Who hears when days off are entered late, and when her time is over. */
export const rowsOfDays: Row[] = [
  {
    ...{ event: 'lapse', when: 'she says no more for a week', scene: answered, act: minutes(7 * 24 * 60 + 1) },
    ...{ hears: { resident: 'question-closed' }, quiets: true },
  },
  {
    ...{ event: 'days', when: 'a day off lies in the time that she has for her word', scene: inWorkdays(answered) },
    act: async () => {
      await enterDays(world.outside.db, [{ day: '2026-11-25', working: false, name: '停电' }], world.clock.now)
      await world.api.chores()
    },
    ...{ hears: { resident: 'question-days' }, quiets: false },
  },
]

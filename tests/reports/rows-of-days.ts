import { rowsOf } from '@huiyin/db/core/client.ts'
import { enterDays } from '@huiyin/db/grids/calendar-queries.ts'
import { sql } from 'drizzle-orm'
import { both, type Row, resolved } from './scenes.ts'

/** The town counts workdays until a solved matter closes. */
const inWorkdays =
  (scene: Row['scene']): Row['scene'] =>
  async town => {
    await rowsOf(
      town.world.outside.db,
      sql`insert into deadlines (scope, urgency, stage, minutes, clock) values ('t001', 'normal', 'confirm', 2880, 'workdays'),
        ('t001', 'urgent', 'confirm', 2880, 'workdays') on conflict do nothing`,
    )
    return scene(town)
  }

/** Who hears when days off are entered late. */
export const rowsOfDays: Row[] = [
  {
    ...{ event: 'days', when: 'a day off lies in the time that she was given', scene: inWorkdays(resolved) },
    act: async ({ world }) => {
      await enterDays(world.outside.db, [{ day: '2026-11-25', working: false, name: '停电' }], world.clock.now)
      await world.api.chores()
    },
    ...{ hears: both('report-days'), quiets: false },
  },
]

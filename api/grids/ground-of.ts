import { findGround } from '@huiyin/db/grids/queries.ts'
import { oncePerRound } from '../core/clock-hand.ts'

/** The ground of a grid, read once in a round of the clocks. */
export const groundOf = oncePerRound((house, gridId) => findGround(house.db, gridId, house.now))

import type { Ground } from '@huiyin/db/grids/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Level } from '@huiyin/shared/grids/area.ts'
import { findOwner } from '../grids/holders.ts'

/** Who answers for a new matter: a place where nobody at all answers is outside of the service. */
export const getOwner = (ground: Ground, from: Level) => findOwner(ground, from) ?? refuse('place-outside')

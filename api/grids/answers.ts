import { gridRoutes } from '@huiyin/shared/grids/grid-routes.ts'
import { room } from '../core/handler.ts'
import { getArea } from './get-area.ts'
import { getDoorCode } from './get-door-code.ts'
import { getPlace } from './get-place.ts'
import { listAreas } from './list-areas.ts'
import { locatePlace } from './locate-place.ts'

export const gridRoom = room(gridRoutes, { listAreas, getArea, getPlace, locatePlace, getDoorCode })

import { gridRoutes } from '@huiyin/shared/grids/grid-routes.ts'
import { room } from '../core/handler.ts'
import { getDoorCode, getPlace, listAreas, locatePlace } from './places.ts'

export const gridRoom = room(gridRoutes, { listAreas, getPlace, locatePlace, getDoorCode })

import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { room } from '../core/handler.ts'
import { bindPhone } from './bind-phone.ts'
import { closeSession } from './close-session.ts'
import { getMe } from './get-me.ts'
import { listLooks } from './list-looks.ts'
import { listUnits } from './list-units.ts'
import { openSession } from './open-session.ts'
import { removePhone } from './remove-phone.ts'
import { setHome } from './set-home.ts'

export const personRoom = room(personRoutes, {
  openSession,
  closeSession,
  getMe,
  setHome,
  bindPhone,
  removePhone,
  listLooks,
  listUnits,
})

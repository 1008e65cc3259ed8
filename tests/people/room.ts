import { places, text } from '../support/anything.ts'
import { get, send } from '../support/ask.ts'
import type { TestRoom } from '../support/test-room.ts'

export const room: TestRoom = {
  open: {
    openSession: (who, { world }) =>
      send('POST', '/api/sessions', { code: world.wechat.control.registerLoginCode(who) }),
  },
  signedIn: {
    closeSession: () => ({ path: '/api/sessions/current', init: { method: 'DELETE' } }),
    getMe: () => get('/api/me'),
    setHome: () => send('PUT', '/api/me/home', { buildingId: 't001v1g1b1' }),
    bindPhone: (who, { world }) =>
      send('PUT', '/api/me/phone', { code: world.wechat.control.registerPhoneCode(who, '13900139000') }),
    removePhone: () => ({ path: '/api/me/phone', init: { method: 'DELETE' } }),
    listLooks: () => get('/api/me/looks'),
    listUnits: () => get('/api/units'),
  },
  met: { openSession: 201 },
  fields: { code: text, buildingId: places },
}

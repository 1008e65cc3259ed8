import { crashKinds } from '@huiyin/shared/crashes/crash-names.ts'
import fc from 'fast-check'
import { send } from '../support/ask.ts'
import type { TestRoom } from '../support/test-room.ts'
import { crash } from './crash.ts'

export const room: TestRoom = {
  open: { noteCrashes: () => send('POST', '/api/crashes', { platform: 'h5', version: '1', crashes: [crash()] }) },
  fields: {
    platform: fc.constantFrom('weapp', 'h5'),
    version: fc.constantFrom('0.1.0', 'x'),
    crashes: fc.array(
      fc.record({
        kind: fc.constantFrom(...crashKinds),
        page: fc.constant('pages/home/index'),
        frames: fc.constant([]),
      }),
    ),
  },
}

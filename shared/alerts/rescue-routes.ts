import * as z from 'zod/mini'
import { Code } from '../core/fields.ts'
import { route } from '../core/route.ts'
import { RescuePhone } from './rescue.ts'

/** Apart from the other alerts: only the page where she writes asks for it. */
export const rescueRoutes = {
  listRescuePhones: route({
    method: 'GET',
    path: '/api/rescue-phones',
    summary: '有生命危险时打的电话：火警、急救、报警、燃气抢修、供电抢修；`area`：在哪个区域，不写就是全县通用的',
    access: 'open',
    input: z.object({ area: z.optional(Code) }),
    answer: z.object({ items: z.array(RescuePhone) }),
  }),
}

import { serve } from '@hono/node-server'
import { createApi } from '@huiyin/api/app.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import { createOutside } from '@huiyin/api/core/outside.ts'

/** The service as `api/server.ts` runs it, on a free port that it tells its parent. */
const outside = await createOutside(readEnv(process.env), process.env.BENCH_AFTER === 'off' ? { after: () => {} } : {})
const { fetch } = createApi(outside)
serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
process.on('disconnect', () => process.exit())

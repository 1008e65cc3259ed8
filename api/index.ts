import { waitUntil } from '@vercel/functions'
import { type Api, createApi } from './app.ts'
import { readEnv } from './core/env.ts'
import { createOutside } from './core/outside.ts'

/** The one function that the host sees. Everything is built on the first request and kept while the instance lives. */
let api: Promise<Api> | undefined

const build = async (): Promise<Api> => {
  const env = readEnv(process.env)
  if (!env.S3_ENDPOINT) throw new Error('Not fit for this host: S3_ENDPOINT is missing (a function keeps no files)')
  const outside = await createOutside(env, { keepAlive: waitUntil })
  return createApi(outside)
}

export default {
  fetch: async (request: Request): Promise<Response> => {
    api ??= build()
    return (await api).fetch(request)
  },
}

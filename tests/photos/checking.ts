import { hearPhotoCheck } from '@huiyin/api/photos/hear-photo-check.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { freshWechat } from '../support/impatient.ts'
import { openWorld, type Someone, townUrl, tuesdayMorning, type World } from '../support/world.ts'

export const path = '/wxa/media_check_async'
const push = { url: 'https://hook.example/', mode: 'plain', attempts: 1 } as const

type Check = { state: string; trace: string | null; tries: number }

/** A town whose photos WeChat can fetch, and which hears results when it is told to. */
export const openChecking = async () => {
  /** Whether results are heard the moment they are pushed. */
  const ear = { open: false }
  const world: World = await openWorld({
    env: { PUBLIC_URL: townUrl },
    hook: async request => {
      if (ear.open) await hear(await request.json())
      return new Response('success')
    },
  })
  const hear = (event: unknown) => hearPhotoCheck(world.outside.db, event, world.clock.now)
  /** The same morning again, without photos. */
  const begin = async (): Promise<Someone> => {
    await world.settle()
    world.wechat.control.reset()
    world.wechat.control.configure({ push, mediaCheckMs: 3_600_000 })
    world.outside.wechat = freshWechat(world)
    world.clock.now = tuesdayMorning
    ear.open = false
    await rowsOf(world.outside.db, sql`delete from photos`)
    await rowsOf(world.outside.db, sql`truncate heard_checks`)
    return world.someone('resident')
  }
  const send = async (who: Someone) => {
    const photo = await who.upload()
    await world.settle()
    return photo.id
  }
  const checkOf = async (id: string) => {
    const [row] = await rowsOf<Check>(
      world.outside.db,
      sql`select check_state as state, check_trace as trace, check_tries as tries from photos where id = ${id}::uuid`,
    )
    return row as Check
  }
  const questions = () =>
    world.wechat.control
      .calls()
      .filter(it => it.path === path)
      .map(it => JSON.parse(it.body))
  const passMinutes = async (minutes: number) => {
    world.clock.forward(minutes)
    await world.api.chores()
  }
  return { world, ear, hear, begin, send, checkOf, questions, passMinutes }
}

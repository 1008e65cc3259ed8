import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alone } from '../questions/alone.ts'
import { answers, asks, claims } from '../questions/asking.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('an answer to a question stands in the service record, without a word of either', async () => {
  const [resident, adviser] = [await world.someone('resident'), await world.someone('adviser')]
  const justice = await world.someone('justice')
  const record = async (format: string) =>
    Buffer.from(
      await (await justice.fetch(`/api/office/record?township=t001&month=2026-11&format=${format}`)).arrayBuffer(),
    )
  const question = await asks(resident)
  await answers(adviser, question, await claims(adviser, question))
  const far = await asks(resident, { communityId: 't002v1' })
  const lawyer = await world.someone('adviser-next-town')
  await answers(lawyer, far, await claims(lawyer, far))
  const csv = await record('csv')
  expect(parse(csv, { bom: true, columns: true })).toMatchObject([{ 服务: '在线答复', '村（社区）': '柳塘村' }])
  expect(csv.toString()).not.toMatch(/借条|写信|resident/)
  const { unzipSync, strFromU8 } = await import('fflate')
  const sheets = Object.entries(unzipSync(new Uint8Array(await record('xlsx')))).filter(([name]) =>
    name.endsWith('.xml'),
  )
  expect(sheets.map(([, it]) => strFromU8(it)).join()).toContain('在线答复')
})

test('on the sheet of a village an answer is a line of its own, and no meeting whose minutes are summed', () =>
  alone(async own => {
    const [resident, adviser] = [await own.someone('resident'), await own.someone('adviser')]
    const mate = await own.someone('adviser-mate')
    for (const [who, communityId] of [
      [adviser, 't001v1'],
      [mate, 't001v2'],
    ] as const) {
      const question = await asks(resident, { communityId })
      await answers(who, question, await claims(who, question))
    }
    const sheet = await (await adviser.fetch('/api/office/sheet?communityId=t001v1&month=2026-11')).text()
    expect(sheet).toContain('共 1 次；面谈、接待和讲座 0 分钟，其中居民已确认 0 分钟（0 / 0 次）')
    expect(sheet).not.toContain('许静')
  }))

test('what was asked in danger is not on record, and an answer at midnight belongs to the month that begins', () =>
  alone(async own => {
    const [resident, adviser] = [await own.someone('resident'), await own.someone('adviser')]
    const justice = await own.someone('justice')
    const numbers = async (month: string) => {
      const path = `/api/office/record?township=t001&month=${month}&format=csv`
      const csv = Buffer.from(await (await justice.fetch(path)).arrayBuffer())
      return (parse(csv, { bom: true, columns: true }) as Record<string, string>[]).filter(it => it.服务 === '在线答复')
    }
    const danger = await asks(resident, { danger: true })
    await answers(justice, danger, await claims(justice, danger))
    expect(await numbers('2026-11')).toEqual([])
    const question = await asks(resident)
    own.clock.now = new Date('2026-11-30T15:59:00.000Z')
    const fence = await claims(await own.someone('adviser'), question)
    own.clock.now = new Date('2026-11-30T16:00:00.000Z')
    await answers(adviser, question, fence)
    expect([await numbers('2026-11'), await numbers('2026-12')]).toMatchObject([[], [{}]])
  }))

import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { allow, cardsOf, leak } from '@huiyin/tests/alerts/allowing.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const templates = {
  ...JSON.parse(demoEnv('').WECHAT_TEMPLATES ?? '{}'),
  task: {
    id: demoTemplateIds.newTask,
    fields: { character_string1: 'number', thing2: 'due', thing3: 'place', phrase4: 'phrase', time5: 'due' },
  },
}

let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld({ env: { WECHAT_TEMPLATES: JSON.stringify(templates) } })
  resident = await world.someone('resident')
  worker = await world.someone('worker')
})
afterAll(() => world.close())

test('the card on the phone of the worker says number, place and the deadline, and opens the matter', async () => {
  await allow(world, worker, 'task')
  const { number, id } = await resident.call('fileReport', leak())
  await world.settle()
  expect(cardsOf(world, 'worker')).toMatchObject([
    {
      page: `reports/pages/handle/index?id=${id}`,
      values: {
        character_string1: number,
        thing2: '2026年11月24日 10:30',
        thing3: '柳塘村 1号楼',
        phrase4: '待受理',
        time5: '2026年11月24日 10:30',
      },
    },
  ])
})

test('the inbox says the deadline as one says it aloud', async () => {
  const { id, number } = await resident.call('fileReport', leak())
  const textFor = async (person: Someone) =>
    (await person.call('listAlerts', {})).items.find(it => it.page.includes(id))?.text
  expect(await textFor(worker)).toBe('柳塘村 1号楼：漏水堵水，请在11月24日 10:30前受理')
  expect(await textFor(resident)).toBe(`编号 ${number}，网格员 李秀兰会在11月24日 10:30前接手`)
})

test('what a resident typed never stands on a card', async () => {
  await allow(world, worker, 'task')
  await resident.call('fileReport', leak({ words: '王大爷家漏水', placeWords: '王大爷家门口 13800138000' }))
  await world.settle()
  expect(JSON.stringify(cardsOf(world, 'worker'))).not.toMatch(/王大爷|13800138000/)
  expect(JSON.stringify((await worker.call('listAlerts', {})).items)).not.toMatch(/王大爷|13800138000/)
})

test('on the last day of the year the deadline of the next one carries its year, until that has begun', async () => {
  world.clock.now = new Date('2026-12-31T23:45:00+08:00')
  const late = await world.someone('worker')
  await (await world.someone('resident')).call('fileReport', leak())
  const told = async () => (await late.call('listInbox', {})).items[0]?.text
  expect(await told()).toContain('请在2027年1月1日 00:15前受理')
  world.clock.forward(15)
  expect(await told()).toContain('请在1月1日 00:15前受理')
})

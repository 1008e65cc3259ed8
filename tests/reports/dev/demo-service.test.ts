import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Demo, openDemo } from '@huiyin/dev/demo.ts'
import { castOpenids } from '@huiyin/dev/town/cast.ts'
import { demoHomeId } from '@huiyin/dev/town/people.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { openDemoFolder } from '@huiyin/tests/support/demo-folder.ts'
import { callOver } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'huiyin-demo-'))
const pages = join(folder, 'h5')
const said: string[] = []
let demo: Demo

const open = () => openDemo({ folder: join(folder, 'town'), port: 0, pages, say: text => said.push(text) })
const [resident, , worker, lead] = castOpenids as [string, string, string, string]
const gridId = demoHomeId.slice(0, 6)

const post = (path: string, body: unknown) =>
  fetch(demo.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** Signs in as the phones of the demo page do. */
const phoneOf = async (openid: string) => {
  const { code } = (await (await post('/__demo/login-codes', { openid })).json()) as { code: string }
  const anybody = (path: string, init?: RequestInit) => fetch(demo.url + path, init)
  const { token } = await callOver(anybody, personRoutes.openSession, { code })
  return (path: string, init: RequestInit = {}) =>
    anybody(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } })
}

const deskOf = async (openid: string, desk: string) =>
  (await callOver(await phoneOf(openid), reportRoutes.listDesk, { desk })).items

const eventually = async (look: () => Promise<boolean>) => {
  for (let tries = 0; tries < 100; tries++) {
    if (await look()) return true
    await new Promise(done => setTimeout(done, 100))
  }
  return false
}

beforeAll(async () => {
  await openDemoFolder(join(folder, 'town'))
  mkdirSync(pages)
  writeFileSync(join(pages, 'index.html'), '<html><head><title>回音</title></head><body></body></html>')
  demo = await open()
})
afterAll(async () => {
  await demo.close()
  rmSync(folder, { recursive: true, force: true })
})

test('who comes before the pages are made is told to wait, and the page looks again by itself', async () => {
  const index = join(pages, 'index.html')
  const made = readFileSync(index)
  rmSync(index)
  const early = await fetch(`${demo.url}/m/`)
  expect(early.status).toBe(200)
  expect(await early.text()).toMatch(/http-equiv="refresh".*正在生成网页版/s)
  writeFileSync(index, made)
  expect(await (await fetch(`${demo.url}/m/`)).text()).toContain('/__demo/phone.js')
})

test('one port serves the demo page, the phone pages, the API and its description', async () => {
  const read = async (path: string) => (await fetch(demo.url + path)).text()
  expect(await read('/')).toContain('三步看懂')
  expect(await read('/m/')).toContain('<head><script src="/__demo/phone.js">')
  expect(await read('/__demo/phone.js')).toContain('window.demoShift = ')
  expect(await read('/api/docs')).toContain('/assets/rapidoc-min.js')
  expect((await fetch(`${demo.url}/assets/rapidoc-min.js`)).status).toBe(200)
  expect((await fetch(`${demo.url}/readyz`)).status).toBe(200)
})

test('login codes are handed out for the people of the page and for nobody else', async () => {
  expect((await post('/__demo/login-codes', { openid: resident })).status).toBe(200)
  for (const openid of ['demo-resident-3', 'somebody', '', undefined])
    expect((await post('/__demo/login-codes', { openid })).status).toBe(404)
})

test('what the resident files is on the desk of the worker, and his phone rings', async () => {
  const id = randomUUID()
  const filed = { id, words: '三楼水管漏水，流到楼道里了', buildingId: demoHomeId }
  const receipt = await callOver(await phoneOf(resident), reportRoutes.fileReport, filed)
  expect(receipt.urgency).toBe('urgent')
  expect((await deskOf(worker, gridId)).map(it => it.id)).toContain(id)
  const rang = async () => {
    const { items } = (await (await fetch(`${demo.url}/__demo/messages?after=`)).json()) as {
      items: { openid: string; page: string }[]
    }
    return items.some(it => it.openid === worker && it.page.includes(id))
  }
  expect(await eventually(rang)).toBe(true)
})

test('a matter that nobody accepts climbs to the grid lead when the clock is moved forward', async () => {
  const id = randomUUID()
  const filed = { id, words: '井盖没了，怕有人掉下去', buildingId: demoHomeId }
  await callOver(await phoneOf(resident), reportRoutes.fileReport, filed)
  await post('/__demo/clock', { minutes: 31 })
  const climbed = async () => (await deskOf(lead, gridId.slice(0, 4))).some(it => it.id === id && it.level !== 'grid')
  expect(await eventually(climbed)).toBe(true)
})

test('the clock cannot be moved back, nor further than a day at once', async () => {
  const shift = async () => ((await (await fetch(`${demo.url}/__demo/clock`)).json()) as { shift: number }).shift
  const before = await shift()
  for (const minutes of [-30, 0, 100_000, 'many']) await post('/__demo/clock', { minutes })
  expect(await shift()).toBe(before)
})

test('a town that another process has open is left alone', async () => {
  const taken = join(folder, 'taken')
  mkdirSync(taken)
  writeFileSync(join(taken, 'lock'), String(process.ppid))
  await expect(openDemo({ folder: taken, port: 0, pages, fresh: true })).rejects.toThrow(/ is in use by process /)
})

test('the second start finds the town as it was left', async () => {
  const id = randomUUID()
  await callOver(await phoneOf(resident), reportRoutes.fileReport, { id, words: '路灯不亮', buildingId: demoHomeId })
  await demo.close()
  said.length = 0
  demo = await open()
  expect(said).toEqual([])
  expect((await callOver(await phoneOf(resident), reportRoutes.getReport, { id })).words).toBe('路灯不亮')
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { openEmbedded, rowsOf } from '@huiyin/db/core/client.ts'
import { lockFolder } from '@huiyin/db/core/folder-lock.ts'
import { root } from '@huiyin/dev/build.ts'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** The embedded database's folder: one process at a time, and never a dead end. */
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyin-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const client = JSON.stringify(pathToFileURL(join(root, 'db', 'core', 'client.ts')))

/** Writes rows for ever and says which are safe. */
const writer = `
  const { openEmbedded } = await import(${client})
  const { sql } = await import('drizzle-orm')
  const { db } = await openEmbedded(process.argv[1])
  await db.execute(sql\`create table kept (n int)\`)
  for (let n = 1; ; n++) {
    await db.execute(sql\`insert into kept values (\${n})\`)
    console.log(n)
    await new Promise(done => setTimeout(done, 1))
  }`

test('killed in the middle of writing, it opens again with everything that was acknowledged', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', writer, folder], {
    cwd: join(root, 'db'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let safe = 0
  await new Promise<void>(done => {
    createInterface(child.stdout).on('line', line => {
      safe = Number(line)
      if (safe === 5) done()
    })
  })
  expect(() => lockFolder(folder)).toThrow(`${folder} is in use by process ${child.pid}`)
  child.kill('SIGKILL')
  await once(child, 'close')
  const { db, close } = await openEmbedded(folder)
  const [row] = await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from kept`)
  await close()
  expect(row?.n).toBeGreaterThanOrEqual(safe)
})

test('a process number that another program has now is no dead end', () => {
  const file = join(folder, 'lock')
  writeFileSync(file, `${process.ppid} 1`)
  const unlock = lockFolder(folder)
  expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} `))
  expect(() => lockFolder(folder)).toThrow('in use')
  unlock()
  lockFolder(folder)()
})

test('a folder that cannot be written says so, and what to do', async () => {
  chmodSync(folder, 0o555)
  const lock = JSON.stringify(pathToFileURL(join(root, 'db', 'core', 'folder-lock.ts')))
  const program = `const { lockFolder } = await import(${lock}); lockFolder(process.argv[1])`
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], { ...nobody, cwd: '/' })
  let text = ''
  child.stderr.on('data', chunk => {
    text += chunk
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  expect(text).toContain(`${folder} cannot be written (EACCES)`)
})

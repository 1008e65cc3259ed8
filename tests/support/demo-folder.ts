import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pagesFolder } from '@huiyin/dev/build.ts'
import { openDemo } from '@huiyin/dev/demo.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'huiyin-demo-'))
const template = join(process.env.HUIYIN_DEMO_TEMPLATE ?? newFolder(), 'town')

const settle = async () => {
  const folder = newFolder()
  const demo = await openDemo({ folder, port: 0, pages: pagesFolder('h5') })
  await demo.close()
  // In one step: a process beside this one finds a whole town or none.
  if (existsSync(template)) rmSync(folder, { recursive: true })
  else renameSync(folder, template)
}

let settled: Promise<void> | undefined

/** A folder with the demo township, at `at`: settled once for all files of a run, which takes a while, and copied for each. */
export const openDemoFolder = async (at = newFolder()): Promise<{ folder: string; remove: () => void }> => {
  if (!existsSync(template)) {
    settled ??= settle()
    await settled
  }
  cpSync(template, at, { recursive: true })
  return { folder: at, remove: () => rmSync(at, { recursive: true, force: true }) }
}

import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
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
  renameSync(folder, template)
}

/** Whether it falls to this process, and to no other of this run, to settle the town. */
const isFirst = (): boolean => {
  try {
    mkdirSync(`${template}.settling`)
    return true
  } catch {
    return false
  }
}

const whole = async () => {
  while (!existsSync(template)) await new Promise(done => setTimeout(done, 200))
}

/** A folder with the demo township, at `at`: settled once for all files of a run, which takes a while, and copied for each. */
export const openDemoFolder = async (at = newFolder()): Promise<{ folder: string; remove: () => void }> => {
  await (isFirst() ? settle() : whole())
  cpSync(template, at, { recursive: true })
  return { folder: at, remove: () => rmSync(at, { recursive: true, force: true }) }
}

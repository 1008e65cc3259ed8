import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pagesFolder } from '@huiyin/dev/build.ts'
import { openDemo } from '@huiyin/dev/demo.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'huiyin-demo-'))
let settled: Promise<string> | undefined

const settle = async (): Promise<string> => {
  const folder = newFolder()
  const demo = await openDemo({ folder, port: 0, pages: pagesFolder('h5') })
  await demo.close()
  return folder
}

/** A folder with the demo township: settled once for all files of this process, which takes a while, and copied for each. */
export const openDemoFolder = async (): Promise<{ folder: string; remove: () => void }> => {
  settled ??= settle()
  const folder = newFolder()
  cpSync(await settled, folder, { recursive: true })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

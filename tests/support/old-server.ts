import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@huiyin/dev/build.ts'
import { bundleCode } from '@huiyin/dev/bundle/code.ts'
import { unpackSources } from './old-sources.ts'

const trees = ['shared', 'db', 'api']

/**
 * The server of an earlier commit as it was delivered, made of its own sources and the packages that are installed now.
 * Throws without the history.
 */
export const bundleOldServer = async (commit: string): Promise<{ program: string; remove: () => void }> => {
  const folder = mkdtempSync(join(root, 'tests', '.server-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    unpackSources(commit, trees, folder)
    mkdirSync(join(folder, 'node_modules', '@huiyin'), { recursive: true })
    for (const tree of trees) {
      // Its own trees under the names by which its sources call them, not those of today.
      symlinkSync(join(folder, tree), join(folder, 'node_modules', '@huiyin', tree))
      const packages = join(root, tree, 'node_modules')
      if (existsSync(packages)) symlinkSync(packages, join(folder, tree, 'node_modules'))
    }
    const program = join(folder, 'server.mjs')
    await bundleCode(folder, 'api/server.ts', program)
    return { program, remove }
  } catch (error) {
    remove()
    throw error
  }
}

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../dev/build.ts'
import { bundleCode } from '../../dev/bundle/code.ts'

const trees = ['shared', 'db', 'api']

/**
 * The server of an earlier commit as it was delivered, made of its own sources and the packages that are installed now. Needs the
 * history: without it this throws, for a test that did not run has not passed.
 */
export const bundleOldServer = async (commit: string): Promise<{ program: string; remove: () => void }> => {
  const folder = mkdtempSync(join(root, 'tests', '.server-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    writeFileSync(join(folder, 'old.tar'), sourcesAt(commit))
    execFileSync('tar', ['-xf', 'old.tar'], { cwd: folder })
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

const sourcesAt = (commit: string): Buffer => {
  try {
    return execFileSync('git', ['archive', '--format=tar', commit, ...trees], {
      cwd: root,
      maxBuffer: 100_000_000,
      stdio: 'pipe',
    })
  } catch {
    throw new Error(
      `NOT RUN: the sources of the previous release (${commit}) are not in this clone. It needs the whole history: git fetch --unshallow`,
    )
  }
}

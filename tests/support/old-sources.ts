import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '@huiyin/dev/build.ts'

/**
 * Puts these paths of an earlier commit into a folder. Needs the history: without it this throws, for a test that did not run has
 * not passed.
 */
export const unpackSources = (commit: string, paths: readonly string[], into: string): void => {
  const packed = join(into, 'old.tar')
  writeFileSync(packed, sourcesAt(commit, paths))
  execFileSync('tar', ['-xf', packed], { cwd: into })
  rmSync(packed)
}

const sourcesAt = (commit: string, paths: readonly string[]): Buffer => {
  try {
    return execFileSync('git', ['archive', '--format=tar', commit, ...paths], {
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

import { cpSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

type Package = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> }

/** Sources and texts that no running program opens. */
const unread = /\.d\.[cm]?ts$|\.map$|\.md$|[\\/]sharp[\\/](src|install)$/

/**
 * Copies an installed package and all that it requires into `into/node_modules`. Optional ones (binaries of other
 * machines) are copied when installed, so the copy runs on machines of the kind it was made on.
 */
export const copyPackage = (name: string, from: string, into: string, seen = new Set<string>()): void => {
  if (seen.has(name)) return
  seen.add(name)
  const folder = findPackage(name, from)
  if (!folder) throw new Error(`${name} is not installed`)
  cpSync(folder, join(into, 'node_modules', name), { recursive: true, filter: path => !unread.test(path) })
  const needs = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package
  for (const need of Object.keys(needs.dependencies ?? {})) copyPackage(need, folder, into, seen)
  for (const need of Object.keys(needs.optionalDependencies ?? {}))
    if (findPackage(need, folder)) copyPackage(need, folder, into, seen)
}

/** Where Node would find it: the nearest node_modules upwards. */
const findPackage = (name: string, from: string): string | undefined => {
  const here = join(from, 'node_modules', name)
  if (existsSync(join(here, 'package.json'))) return here
  return dirname(from) === from ? undefined : findPackage(name, dirname(from))
}

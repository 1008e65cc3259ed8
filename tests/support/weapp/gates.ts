import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newScripts, newStyles } from '../old-phones.ts'
import { ciChecks } from './ci-checks.ts'
import { compileTemplates } from './compiled.ts'
import { missingFiles } from './missing-files.ts'
import { fromRoot, readProject } from './project.ts'

export interface Gate {
  name: string
  state: 'passed' | 'failed' | 'NOT RUN'
  /** Each a sentence that names the file; for NOT RUN, why. */
  findings: string[]
}

/** Bytes as they lie on the disk, before WeChat packs them. */
export interface PackageSizes {
  main: number
  subpackages: Record<string, number>
  total: number
}

/** WeChat's own limits for one package and for all together. */
export const mostPackageBytes = 2 * 1024 * 1024
export const mostTotalBytes = 30 * 1024 * 1024

/** Every gate over one compiled build. `origins`: hosts that it may call, as `https://huiyin.example`. */
export async function runGates(dist: string, origins: readonly string[] = []): Promise<Gate[]> {
  const gate = (name: string, findings: string[]): Gate => ({
    name,
    state: findings.length > 0 ? 'failed' : 'passed',
    findings,
  })
  return [
    gate('templates compile', templateErrors(dist)),
    gate('imports have targets', brokenImports(dist)),
    gate('named files exist', missingFiles(dist)),
    gate('packages fit', oversizePackages(dist)),
    gate('templates carry aria', missingAria(dist)),
    gate('old phones can run it', newScripts(dist)),
    gate('old phones can draw it', newStyles(dist)),
    gate('no getLocation', placeCalls(dist)),
    gate('no foreign domain', foreignDomains(dist, origins)),
    ...(await ciChecks(dist)),
  ]
}

/** Unclosed tags and bad expressions, as `pages/home/index.wxml:3:5: …`, found by WeChat's own compiler. */
export function templateErrors(dist: string): string[] {
  try {
    compileTemplates(dist)
    return []
  } catch (error) {
    return (error as Error).message.split('\n').filter(Boolean)
  }
}

/** The compiler does not notice when `<import>`, `<include>` or `<wxs src>` name a file that is not there. */
export function brokenImports(dist: string): string[] {
  const files = filesOf(dist)
  return files
    .filter(file => file.endsWith('.wxml'))
    .flatMap(file =>
      linesOf(dist, file).flatMap((line, index) =>
        [...line.matchAll(/<(?:import|include|wxs)\b[^>]*\bsrc="([^"]+)"/g)]
          .map(([, target = '']) => fromRoot(target, dirname(file)))
          .filter(target => !files.includes(target) && !files.includes(`${target}.wxml`))
          .map(target => `${file}:${index + 1}: ${target} is not there`),
      ),
    )
}

export function packageSizes(dist: string): PackageSizes {
  const project = readProject(dist)
  const subpackages: Record<string, number> = {}
  let main = 0
  for (const file of filesOf(dist)) {
    const { size } = statSync(join(dist, file))
    const home = project.packageOf(file).replace(/\/$/, '')
    if (home) subpackages[home] = (subpackages[home] ?? 0) + size
    else main += size
  }
  return { main, subpackages, total: main + Object.values(subpackages).reduce((sum, size) => sum + size, 0) }
}

function oversizePackages(dist: string): string[] {
  const { main, subpackages, total } = packageSizes(dist)
  const each = Object.entries({ 'main package': main, ...subpackages })
  return [
    ...each.filter(([, size]) => size > mostPackageBytes).map(([name, size]) => `${name}: ${size} bytes`),
    ...(total > mostTotalBytes ? [`all packages: ${total} bytes`] : []),
  ]
}

/** Taro drops `aria-*` unless told otherwise; a screen reader then finds nameless buttons. */
export function missingAria(dist: string): string[] {
  const base = filesOf(dist).includes('base.wxml') ? readFileSync(join(dist, 'base.wxml'), 'utf8') : ''
  // Taro writes several templates per tag and picks the full one for a node that has such an attribute.
  const lacking = (tag: string, attribute: string) => {
    const tags = base.match(new RegExp(`<${tag}\\b[^>]*>`, 'g')) ?? []
    return !tags.some(one => one.includes(`${attribute}="`))
  }
  const wanted = [
    ['view', 'aria-label'],
    ['view', 'aria-role'],
    ['button', 'aria-label'],
    ['input', 'aria-label'],
    ['textarea', 'aria-label'],
    ['image', 'aria-label'],
  ] as const
  return wanted
    .filter(([tag, attribute]) => lacking(tag, attribute))
    .map(([tag, attribute]) => `base.wxml: <${tag}> without ${attribute}`)
}

/** WeChat's review counts uses of `getLocation`; Taro's own list of names, a string in quotes, is none. */
export function placeCalls(dist: string): string[] {
  const use = /(?<!["'\w])getLocation(?!["'\w])|\["getLocation"\]/
  const inScripts = searchFiles(dist, /\.js$/, use)
  const declared = readProject(dist).app.requiredPrivateInfos?.includes('getLocation')
    ? ['app.json declares getLocation']
    : []
  return [...inScripts, ...declared]
}

// Named in texts and never called: React's error help, Taro's base for relative URLs, licence comments, SVG's name space.
const onlyText = ['reactjs.org', 'react.dev', 'taro.com', 'github.com', 'www.w3.org', 'json-schema.org']

/** Addresses of hosts that nobody allowed: a CDN, a font, an analytics service. */
export function foreignDomains(dist: string, origins: readonly string[] = []): string[] {
  const allowed = [...onlyText, ...origins.map(origin => new URL(origin).host)]
  return filesOf(dist)
    .filter(file => /\.(js|wxml|wxss|wxs|json)$/.test(file))
    .flatMap(file => {
      const urls = readFileSync(join(dist, file), 'utf8').matchAll(
        /(?:https?:|wss?:|["'(])\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?)/gi,
      )
      const hosts = new Set([...urls].map(([, host = '']) => host.toLowerCase()))
      return [...hosts].filter(host => !allowed.includes(host)).map(host => `${file}: ${host}`)
    })
}

function searchFiles(dist: string, name: RegExp, wanted: RegExp): string[] {
  return filesOf(dist)
    .filter(file => name.test(file))
    .flatMap(file =>
      linesOf(dist, file).flatMap((line, index) =>
        wanted.test(line) ? [`${file}:${index + 1}: ${wanted.exec(line)?.[0]}`] : [],
      ),
    )
}

function linesOf(dist: string, file: string): string[] {
  return readFileSync(join(dist, file), 'utf8').split('\n')
}

function filesOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(dist.length).replace(/^\//, ''))
}

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: {
    custom?: boolean
    list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
  }
  window?: PageJson
  usingComponents?: Record<string, string>
  lazyCodeLoading?: string
  requiredPrivateInfos?: string[]
  plugins?: Record<string, unknown>
  themeLocation?: string
  [more: string]: unknown
}

export interface PageJson {
  usingComponents?: Record<string, string>
  enablePullDownRefresh?: boolean
  navigationBarTitleText?: string
  component?: boolean
  [more: string]: unknown
}

export interface Project {
  dist: string
  app: AppJson
  /** Every page, main package first, as `pages/home/index`. */
  pages: string[]
  tabPages: string[]
  /** Root of the subpackage that a file lies in, as `reports/`; '' for the main package. */
  packageOf(path: string): string
  json(path: string): PageJson
  /** Tag to component path for one page or component, the app's own components included. */
  components(path: string): Record<string, string>
}

/** Reads a compiled mini-program. Throws when app.json is missing or not JSON. */
export function readProject(dist: string): Project {
  const app = readJson<AppJson>(join(dist, 'app.json'))
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(one => ({
    root: `${one.root.replace(/^\/|\/$/g, '')}/`,
    pages: one.pages,
  }))
  const json = (path: string) => {
    const file = join(dist, `${path}.json`)
    return existsSync(file) ? readJson<PageJson>(file) : {}
  }
  return {
    dist,
    app,
    pages: [...app.pages, ...packages.flatMap(({ root, pages }) => pages.map(page => root + page))],
    tabPages: (app.tabBar?.list ?? []).map(tab => tab.pagePath),
    packageOf: path => packages.find(({ root }) => path.startsWith(root))?.root ?? '',
    json,
    components: path => ({
      ...located(app.usingComponents, ''),
      ...located(json(path).usingComponents, dirname(path)),
    }),
  }
}

function located(components: Record<string, string> = {}, folder: string) {
  const entries = Object.entries(components).filter(([, path]) => !path.startsWith('plugin://'))
  return Object.fromEntries(entries.map(([tag, path]) => [tag, fromRoot(path, folder)]))
}

/** A path as written in a .json or .wxml file, seen from the project's root. */
export function fromRoot(path: string, folder: string): string {
  return path.startsWith('/') ? posix.normalize(path.slice(1)) : posix.join(folder, path)
}

export function readJson<Shape>(file: string): Shape {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Shape
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
}

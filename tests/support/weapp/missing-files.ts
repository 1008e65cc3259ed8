import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Project, readJson, readProject } from './project.ts'

interface Named {
  file: string
  by: string
}

/** Files that app.json, the theme or a page names and that are not there, each as a sentence. */
export function missingFiles(dist: string): string[] {
  const project = readProject(dist)
  const wanted = [
    { file: 'app.js', by: 'every mini-program' },
    ...project.pages.flatMap(page => parts(page, 'app.json pages')),
    ...tabFiles(project),
    ...componentsOf(project).flatMap(({ file, by }) => parts(file, by)),
  ]
  const gone = wanted.filter(({ file }) => !existsSync(join(dist, file)))
  return [...new Set(gone.map(({ file, by }) => `${file} is missing (named by ${by})`))]
}

function parts(path: string, by: string): Named[] {
  return ['js', 'wxml', 'json'].map(extension => ({ file: `${path}.${extension}`, by }))
}

function tabFiles({ app, dist }: Project): Named[] {
  const tabs = app.tabBar?.list ?? []
  const icons = tabs.flatMap(tab => [tab.iconPath, tab.selectedIconPath]).filter(icon => icon !== undefined)
  const pages = tabs.map(tab => ({ file: `${tab.pagePath}.wxml`, by: 'app.json tabBar' }))
  const plain = icons.filter(icon => !icon.startsWith('@')).map(file => ({ file, by: 'app.json tabBar' }))
  if (!app.themeLocation) return [...pages, ...plain]
  const theme = { file: app.themeLocation, by: 'app.json themeLocation' }
  if (!existsSync(join(dist, app.themeLocation))) return [...pages, ...plain, theme]
  const looks = readJson<Record<string, Record<string, string>>>(join(dist, app.themeLocation))
  const themed = ['light', 'dark'].flatMap(look =>
    icons
      .filter(icon => icon.startsWith('@'))
      .map(icon => ({
        file: looks[look]?.[icon.slice(1)] ?? `${icon} in ${look}`,
        by: `${app.themeLocation}, ${look} ${icon}`,
      })),
  )
  return [...pages, ...plain, ...themed]
}

function componentsOf(project: Project): Named[] {
  const found = new Map<string, string>()
  const visit = (path: string) => {
    for (const [tag, component] of Object.entries(project.components(path))) {
      if (found.has(component)) continue
      found.set(component, `${path}.json, <${tag}>`)
      visit(component)
    }
  }
  for (const page of project.pages) visit(page)
  return [...found].map(([file, by]) => ({ file, by }))
}

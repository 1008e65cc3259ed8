import type { AppJson, PageJson, Project } from '../weapp/project.ts'
import { byPage } from './by-page.ts'

const configs = byPage<PageJson>(
  import.meta.glob('../../../miniapp/src/**/pages/*/index.config.ts', { eager: true, import: 'default' }),
  '.config.ts',
)
const { app = { pages: [] } } = byPage<AppJson>(
  import.meta.glob('../../../miniapp/src/app.config.ts', { eager: true, import: 'default' }),
  '.config.ts',
)
const packages = app.subPackages ?? []

/** What the build would write into app.json and the .json of each page. */
export const project: Project = {
  dist: '',
  app,
  pages: [...app.pages, ...packages.flatMap(({ root, pages }) => pages.map(page => `${root}/${page}`))],
  tabPages: (app.tabBar?.list ?? []).map(tab => tab.pagePath),
  packageOf: () => '',
  json: path => configs[path] ?? {},
  components: () => ({}),
}

import type { ComponentType } from 'react'
import { byPage } from './by-page.ts'

/** The whole mini-program as it stands in its sources; evaluated anew for each phone. */
export const { app: App } = byPage<ComponentType>(
  import.meta.glob('../../../miniapp/src/app.tsx', { eager: true, import: 'default' }),
  '.tsx',
)
export const pages = byPage<ComponentType>(
  import.meta.glob('../../../miniapp/src/**/pages/*/index.tsx', { eager: true, import: 'default' }),
  '.tsx',
)
export { appHooks, makeHooks, PageContext, tellHooks } from './taro.ts'

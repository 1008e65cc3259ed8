import type { Address } from '@huiyin/shared/core/address.ts'
import { tabPages } from '@huiyin/shared/core/tab-pages.ts'
import { roomPages } from './room-pages.ts'

const weapp = process.env.TARO_ENV === 'weapp'

/** WeChat reads names from theme.json and follows the system; a browser takes the value. */
const themed = (name: string, light: string) => (weapp ? `@${name}` : light)
const icon = (tab: string, look: 'plain' | 'chosen') => themed(`${tab}-${look}`, `assets/tab/${tab}-${look}.png`)

const tab = (page: Address, text: string, name: string) => ({
  pagePath: page.path,
  text,
  iconPath: icon(name, 'plain'),
  selectedIconPath: icon(name, 'chosen'),
})

/** Each room is a package of its own. */
const packages = Object.entries(roomPages).map(([root, pages]) => ({
  root,
  pages: Object.values(pages).map(page => page.path.slice(root.length + 1)),
}))

export default defineAppConfig({
  pages: Object.values(tabPages).map(page => page.path),
  subPackages: packages,
  // What the home page leads to is on the phone before she taps.
  preloadRule: {
    [tabPages.home.path]: { network: 'all', packages: packages.map(it => it.root).filter(root => root !== 'people') },
  },
  window: {
    navigationBarTitleText: '回音',
    navigationBarBackgroundColor: themed('bar', '#f6f1e6'),
    navigationBarTextStyle: themed('barText', 'black') as 'black',
    backgroundColor: themed('paper', '#f6f1e6'),
    backgroundTextStyle: themed('pullText', 'dark') as 'dark',
    ...(!weapp && { navigationStyle: 'default' as const }),
  },
  tabBar: {
    color: themed('tabText', '#56625c'),
    selectedColor: themed('tabChosen', '#1c5a4d'),
    backgroundColor: themed('tabBack', '#fffdf8'),
    borderStyle: themed('tabLine', 'white') as 'white',
    list: [
      tab(tabPages.home, '首页', 'home'),
      tab(tabPages.inbox, '消息', 'inbox'),
      tab(tabPages.mine, '我的', 'person'),
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用于填写您上报问题的地点' } },
  ...(VOICE_PLUGIN && { plugins: { WechatSI: { version: '0.0.7', provider: 'wx069ba97219f66d99' } } }),
})

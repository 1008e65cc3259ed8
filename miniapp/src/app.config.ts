const weapp = process.env.TARO_ENV === 'weapp'

/** WeChat reads names from theme.json and follows the system; a browser takes the value. */
const themed = (name: string, light: string) => (weapp ? `@${name}` : light)
const icon = (tab: string, look: 'plain' | 'chosen') => themed(`${tab}-${look}`, `assets/tab/${tab}-${look}.png`)

const tab = (pagePath: string, text: string, name: string) => ({
  pagePath,
  text,
  iconPath: icon(name, 'plain'),
  selectedIconPath: icon(name, 'chosen'),
})

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/inbox/index', 'pages/mine/index'],
  subPackages: [
    {
      root: 'reports',
      pages: [
        'pages/new/index',
        'pages/receipt/index',
        'pages/show/index',
        'pages/mine/index',
        'pages/desk/index',
        'pages/handle/index',
        'pages/calls/index',
        'pages/published/index',
        'pages/publish/index',
        'pages/visits/index',
      ],
    },
    {
      root: 'questions',
      pages: [
        'pages/new/index',
        'pages/receipt/index',
        'pages/show/index',
        'pages/mine/index',
        'pages/answers/index',
        'pages/answer/index',
        'pages/queue/index',
        'pages/card/index',
        'pages/handle/index',
        'pages/paragraphs/index',
        'pages/figures/index',
        'pages/desk/index',
      ],
    },
    {
      root: 'consultations',
      pages: [
        'pages/find/index',
        'pages/book/index',
        'pages/mine/index',
        'pages/show/index',
        'pages/check-in/index',
        'pages/week/index',
        'pages/hours/index',
        'pages/coverage/index',
      ],
    },
    { root: 'people', pages: ['pages/guide/index', 'pages/privacy/index', 'pages/looks/index', 'pages/place/index'] },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['reports', 'questions', 'consultations'] } },
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
      tab('pages/home/index', '首页', 'home'),
      tab('pages/inbox/index', '消息', 'inbox'),
      tab('pages/mine/index', '我的', 'person'),
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  __usePrivacyCheck__: true,
  requiredPrivateInfos: ['chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用于填写您上报问题的地点' } },
  ...(VOICE_PLUGIN && { plugins: { WechatSI: { version: '0.0.7', provider: 'wx069ba97219f66d99' } } }),
})

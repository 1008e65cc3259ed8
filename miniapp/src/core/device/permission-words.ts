/** What each ability is called where she allows it, and how it goes on without. */
const abilities = {
  photo: ['相机和相册', '可以先写文字'],
  file: ['聊天里的文件', '可以先写文字'],
  spot: ['位置', '也可以按村和楼栋选'],
  record: ['麦克风', '也可以打字'],
  album: ['相册', '也可以截屏保存'],
  calendar: ['手机日历', '约好的时间一直在这一页'],
  scan: ['相机', '也可以请工作人员帮您签到'],
} as const

export type Ability = keyof typeof abilities

const of =
  (sentence: (what: string, without: string) => string) =>
  (ability: Ability): string => {
    const [what, without] = abilities[ability]
    return sentence(what, without)
  }

export const permissionWords = {
  settings: '去设置',
  notNow: '不用了',
  goOn: '继续',
  title: of(what => `没有允许用${what}`),
  before: of((what, without) => `您以前没有允许回音用${what}。点「去设置」打开，回来接着用。${without}。`),
  phone: of((what, without) => `手机没有允许微信用${what}。点「去设置」打开，回来再点一次。${without}。`),
  justNow: of((what, without) => `没有允许用${what}。${without}；想用时再点一次`),
  stillNot: of((what, without) => `${what}还没有打开。${without}`),
  open: of(what => `${what}可以用了`),
  noConsent: of((what, without) => `没有同意用${what}。${without}；想用时再点一次`),
  notHere: of((what, without) => `这里用不了${what}。${without}`),
  broken: of((what, without) => `没有打开${what}，请再点一次。${without}`),
  onMap: '在地图上选',
  useHere: '用我现在的位置',
  here: '我现在的位置',
  browserSpot: '浏览器没有允许用位置。请在浏览器的设置里允许，也可以按村和楼栋选',
  noSpot: '没有找到您的位置。请再点一次，也可以按村和楼栋选',
}

/** The check-in poster. */
export const posterWords = {
  code: '签到码',
  title: '法律咨询 签到处',
  steps: ['打开微信，点“扫一扫”', '对准上面的码', '看到“签到好了”，请坐下稍等'],
  footer: '没有预约也可以来问，律师有空就接待',
} as const

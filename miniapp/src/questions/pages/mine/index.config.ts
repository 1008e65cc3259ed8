const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({
  navigationBarTitleText: '我的咨询',
  visualEffectInBackground: 'hidden',
  enablePullDownRefresh: weapp,
})

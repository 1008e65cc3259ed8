const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({
  navigationBarTitleText: '回访',
  visualEffectInBackground: 'hidden',
  enablePullDownRefresh: weapp,
})

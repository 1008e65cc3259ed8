const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({
  navigationBarTitleText: '我的预约',
  visualEffectInBackground: 'hidden',
  enablePullDownRefresh: weapp,
})

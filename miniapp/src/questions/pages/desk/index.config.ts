const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({
  navigationBarTitleText: '司法所',
  visualEffectInBackground: 'hidden',
  enablePullDownRefresh: weapp,
})

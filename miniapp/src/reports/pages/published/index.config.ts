const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({
  navigationBarTitleText: '办好的事',
  enablePullDownRefresh: weapp,
  enableShareAppMessage: true,
})

const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({ navigationBarTitleText: '法律咨询', enablePullDownRefresh: weapp })

const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({ navigationBarTitleText: '办结公示', enablePullDownRefresh: weapp })

const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({ navigationBarTitleText: '消息', enablePullDownRefresh: weapp })

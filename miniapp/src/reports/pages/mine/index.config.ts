const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({ navigationBarTitleText: '我的事项', enablePullDownRefresh: weapp })

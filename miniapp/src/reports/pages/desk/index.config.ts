const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({ navigationBarTitleText: '待办', enablePullDownRefresh: weapp })

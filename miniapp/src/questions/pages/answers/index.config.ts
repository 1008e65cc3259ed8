const weapp = process.env.TARO_ENV === 'weapp'

export default definePageConfig({ navigationBarTitleText: '普法问答', enablePullDownRefresh: weapp })

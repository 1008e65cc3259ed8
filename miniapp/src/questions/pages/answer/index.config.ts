export default definePageConfig({ navigationBarTitleText: '普法问答', enableShareAppMessage: true })

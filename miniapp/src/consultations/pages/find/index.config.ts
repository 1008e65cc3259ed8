export default definePageConfig({ navigationBarTitleText: '约律师', enableShareAppMessage: true })

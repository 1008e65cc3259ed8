export default definePageConfig({ navigationBarTitleText: '约律师' })

export default definePageConfig({ navigationBarTitleText: '报问题' })

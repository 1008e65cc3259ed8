export default definePageConfig({ navigationBarTitleText: '各村服务' })

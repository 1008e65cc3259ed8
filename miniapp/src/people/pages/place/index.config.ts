export default definePageConfig({ navigationBarTitleText: '我住的楼' })

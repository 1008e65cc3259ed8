export default definePageConfig({ navigationBarTitleText: '我的常用段落' })

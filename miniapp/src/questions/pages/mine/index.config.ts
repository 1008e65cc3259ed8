export default definePageConfig({ navigationBarTitleText: '我的咨询', visualEffectInBackground: 'hidden' })

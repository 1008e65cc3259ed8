export default definePageConfig({ navigationBarTitleText: '已送出', visualEffectInBackground: 'hidden' })

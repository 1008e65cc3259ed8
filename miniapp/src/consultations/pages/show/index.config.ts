export default definePageConfig({ navigationBarTitleText: '预约', visualEffectInBackground: 'hidden' })

export default definePageConfig({ navigationBarTitleText: '办理', visualEffectInBackground: 'hidden' })

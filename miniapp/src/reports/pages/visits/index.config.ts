export default definePageConfig({ navigationBarTitleText: '回访', visualEffectInBackground: 'hidden' })

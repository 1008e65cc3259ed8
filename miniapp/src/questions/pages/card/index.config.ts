export default definePageConfig({ navigationBarTitleText: '接单', visualEffectInBackground: 'hidden' })

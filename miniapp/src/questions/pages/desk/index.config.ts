export default definePageConfig({ navigationBarTitleText: '司法所', visualEffectInBackground: 'hidden' })

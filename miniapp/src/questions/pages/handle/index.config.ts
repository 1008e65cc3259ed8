export default definePageConfig({ navigationBarTitleText: '答复', visualEffectInBackground: 'hidden' })

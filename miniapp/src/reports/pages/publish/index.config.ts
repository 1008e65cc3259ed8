export default definePageConfig({ navigationBarTitleText: '公示处理前后', visualEffectInBackground: 'hidden' })

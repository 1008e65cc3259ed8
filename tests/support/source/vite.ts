import { join } from 'node:path'
import { phoneNamesPlugin } from './phone-names.ts'

/** What vite needs for running the mini-program's sources on a phone; `root` is the house that they lie in. */
export const phoneFromSources = (root: string) => ({
  plugins: [phoneNamesPlugin()],
  resolve: {
    alias: {
      '@/': `${join(root, 'miniapp', 'src')}/`,
      '@tarojs/taro': join(root, 'tests', 'support', 'source', 'taro.ts'),
      '@tarojs/components': join(root, 'tests', 'support', 'source', 'components.ts'),
    },
  },
  test: {
    env: { HUIYIN_PHONE: 'sources' },
    server: { deps: { inline: [/@tanstack/] } },
  },
})

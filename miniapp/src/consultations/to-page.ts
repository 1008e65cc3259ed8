import Taro from '@tarojs/taro'

type Name = 'find' | 'book' | 'mine' | 'show' | 'week' | 'hours'

const addressOf = (page: Name, asked: Record<string, string> = {}) => {
  const pairs = Object.entries(asked).map(([name, value]) => `${name}=${value}`)
  return `/consultations/pages/${page}/index${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`
}

export const openPage = (page: Name, asked?: Record<string, string>) => Taro.navigateTo({ url: addressOf(page, asked) })

/** In place of this page. */
export const goOnTo = (page: Name, asked?: Record<string, string>) => Taro.redirectTo({ url: addressOf(page, asked) })

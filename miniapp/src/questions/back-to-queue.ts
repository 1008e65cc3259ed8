import Taro from '@tarojs/taro'

type StaffPage = 'queue' | 'card' | 'handle' | 'paragraphs' | 'figures' | 'desk'

const addressOf = (page: StaffPage, id?: string) => `/questions/pages/${page}/index${id ? `?id=${id}` : ''}`

export const openPage = (page: StaffPage, id?: string) => Taro.navigateTo({ url: addressOf(page, id) })

/** In place of this page: fifty cases in a row must not become fifty pages. */
export const goOnTo = (page: StaffPage, id?: string) => Taro.redirectTo({ url: addressOf(page, id) })

/** To the queue that lies below; an alert may have led past it. */
export const backToQueue = () => {
  const open = Taro.getCurrentPages().map(page => String(page.route ?? page.path))
  const steps = open.reverse().findIndex(page => page.includes('questions/pages/queue/'))
  return steps > 0 ? Taro.navigateBack({ delta: steps }) : goOnTo('queue')
}

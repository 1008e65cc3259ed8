import Taro from '@tarojs/taro'

/** Shows the page from its beginning; one that is not there any more stays as it is. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)

import { type Address, type Given, type Params, urlOf } from '@huiyin/shared/core/address.ts'
import { tabPages } from '@huiyin/shared/core/tab-pages.ts'
import Taro, { useRouter } from '@tarojs/taro'

export const goTo = <P extends Params>(page: Address<P>, ...given: Given<NoInfer<P>>) =>
  Taro.navigateTo({ url: urlOf(page, ...given) })

/** To the page that a message names. */
export const goToStored = (address: string) => Taro.navigateTo({ url: `/${address.replace(/^\//, '')}` })

/** In place of this page: fifty cases in a row must not become fifty pages. */
export const goOnTo = <P extends Params>(page: Address<P>, ...given: Given<NoInfer<P>>) =>
  Taro.redirectTo({ url: urlOf(page, ...given) })

export const goHome = () => Taro.switchTab({ url: urlOf(tabPages.home) })

/** The page on screen, without what it was opened with. */
export const pagePath = (): string => {
  const [page] = Taro.getCurrentPages().slice(-1)
  return (page?.route ?? '').replace(/^\//, '').replace(/\?.*/, '')
}

/** What this page was opened with; anybody may have typed the address, so nothing is sure to be there. */
export const useParams = <P extends Params>(_page: Address<P>): Partial<P> => useRouter<Partial<P>>().params

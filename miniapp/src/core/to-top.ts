import Taro from '@tarojs/taro'

/** Shows the page from its beginning; one that is not there any more stays as it is. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)

/** Milliseconds in which a phone has drawn what a tap has changed. */
const drawn = 50

/** Shows the field that lacks something, once it says so: on a long page it may lie out of sight of the button that she tapped. */
export const toLacking = (): void => {
  const scroll = () =>
    void Taro.pageScrollTo({ selector: '.lacking', offsetTop: -16, duration: 0 }).catch(() => undefined)
  setTimeout(scroll, drawn)
}

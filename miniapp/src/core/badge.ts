import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { useOnScreen } from './query.tsx'

const inboxTab = 1

/** Unread messages on the inbox tab; only tab pages can show it, elsewhere WeChat refuses and that is fine. */
export const showUnread = (unread: number) => {
  const shown =
    unread > 0
      ? Taro.setTabBarBadge({ index: inboxTab, text: unread > 99 ? '99+' : String(unread) })
      : Taro.removeTabBarBadge({ index: inboxTab })
  void Promise.resolve(shown).catch(() => undefined)
}

/** Keeps the number right on a tab page: what was read on the page above could not be shown there. */
export const useUnread = (unread: number) => {
  const onScreen = useOnScreen()
  useEffect(() => {
    if (onScreen) showUnread(unread)
  }, [onScreen, unread])
}

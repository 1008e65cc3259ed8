import { Text, Button as WeChatButton } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { Icon } from '../components/icon.tsx'
import type { Shared, ShareProps } from './share-shape.ts'
import { spoken } from './spoken.ts'

/**
 * Lets a page be handed on, as its config says too: by one of its buttons, else as a whole. Without its own picture WeChat would take
 * one of the screen, with whatever is hers on it.
 */
export const useSharing = (whole: Shared) =>
  useShareAppMessage(({ from, target }) => {
    // Taro types no dataset; the button below has written one.
    const { title, url, picture } = from === 'button' ? (target as { dataset: Shared }).dataset : whole
    return { title, path: url, imageUrl: picture }
  })

export const ShareButton = ({ words, label, shared }: ShareProps) => (
  <WeChatButton
    className="button quiet native"
    openType="share"
    data-title={shared.title}
    data-url={shared.url}
    data-picture={shared.picture}
    {...spoken({ label: label ?? words })}
  >
    <Icon name="send" />
    <Text>{words}</Text>
  </WeChatButton>
)

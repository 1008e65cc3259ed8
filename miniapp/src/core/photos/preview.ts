import Taro from '@tarojs/taro'
import { say } from '../toast.ts'
import { photoWords } from './photo-words.ts'

/** Shows one of these pictures on the whole screen. */
export const preview = (current: string, urls: string[]) =>
  Taro.previewImage({ current, urls }).catch(() => say(photoWords.notOpened))

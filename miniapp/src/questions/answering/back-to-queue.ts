import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import Taro from '@tarojs/taro'
import { goOnTo } from '@/core/go-to.ts'

/** To the queue that lies below; an alert may have led past it. */
export const backToQueue = () => {
  const open = Taro.getCurrentPages().map(page => String(page.route ?? page.path))
  const steps = open.reverse().findIndex(page => page.includes(questionPages.queue.path))
  return steps > 0 ? Taro.navigateBack({ delta: steps }) : goOnTo(questionPages.queue)
}

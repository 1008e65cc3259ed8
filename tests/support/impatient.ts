import { createWechat, type Wechat } from '@huiyin/api/core/adapters/wechat.ts'
import type { World } from './world.ts'

/** The way to the world's WeChat, as a process that has just started has it: without an access token. */
export const freshWechat = ({ outside }: World, timeoutMs?: number): Wechat => {
  const { WECHAT_BASE_URL: baseUrl, WECHAT_APPID: appid, WECHAT_SECRET: secret, WECHAT_STATE: state } = outside.env
  return createWechat({ baseUrl, appid, secret, state, ...(timeoutMs && { timeoutMs }) })
}

/** Does `work` while WeChat is given up on after a second: only for work that WeChat is told to leave unanswered. */
export const impatiently = async <T>(world: World, work: () => Promise<T>): Promise<T> => {
  const { wechat } = world.outside
  world.outside.wechat = freshWechat(world, 1000)
  try {
    return await work()
  } finally {
    world.outside.wechat = wechat
  }
}

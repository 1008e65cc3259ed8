import '@/core/device/tell-purposes.ts'
import type { VideoCall } from '@huiyin/shared/consultations/office-desk.ts'
import Taro from '@tarojs/taro'

const partyOf = ({ nickname, account }: VideoCall['caller']) => ({ nickname, openid: account })

/** WeChat's 1v1 calls, which ring only where both have the mini-program open. */
export const video:
  | {
      /** From now on this phone can be called. False where it cannot. */ answer: () => Promise<boolean>
      call: (it: VideoCall) => Promise<boolean>
    }
  | undefined = {
  // Whoever asks says in words that the call is not possible, and gives the telephone.
  answer: () =>
    Taro.setEnable1v1Chat({ enable: true }).then(
      () => true,
      () => false,
    ),
  // As above.
  call: ({ caller, listener }) =>
    Taro.join1v1Chat({ caller: partyOf(caller), listener: partyOf(listener), roomType: 'video' }).then(
      () => true,
      () => false,
    ),
}

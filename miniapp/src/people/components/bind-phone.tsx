import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { Button as WeChatButton } from '@tarojs/components'
import { purposes } from '@/core/device/purposes.ts'
import { problemOf } from '@/core/sending/trouble.ts'
import { call } from '@/core/sending/wire.ts'
import { say, tell } from '@/core/toast.ts'
import { entryWords as words } from '../entry-words.ts'

purposes.getPhoneNumber = words.bindPurpose

/** WeChat's own phone button; she may refuse, and nothing else asks for it. */
export const BindPhone = ({ onBound }: { onBound: () => void }) => {
  const bind = async (code: string | undefined) => {
    if (!code) return
    try {
      await call(personRoutes.bindPhone, { code })
      say(words.bound)
      onBound()
    } catch (failed) {
      tell(problemOf(failed))
    }
  }
  return (
    <WeChatButton
      className="button quiet native"
      openType="getPhoneNumber"
      onGetPhoneNumber={event => void bind(event.detail.code)}
    >
      {words.bind}
    </WeChatButton>
  )
}

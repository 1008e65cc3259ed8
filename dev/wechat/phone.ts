import { accept, refuse, textOf } from './answers.ts'
import type { Asked, Endpoint, Fake } from './fake.ts'
import { spendCode } from './login.ts'

function phoneNumber(fake: Fake, asked: Asked): Response {
  const openid = textOf(asked.body, 'openid')
  const value = textOf(asked.body, 'code')
  const owner = fake.state.phoneCodes.get(value)?.owner
  // The platform's code for somebody else's openid is not documented; it must not burn the owner's code.
  if (openid && owner && openid !== owner) return refuse(40029, 'invalid code')
  const code = spendCode(fake, fake.state.phoneCodes, value)
  // Unlike at login, a used code has no number of its own here.
  if (typeof code === 'number') return refuse(40029, 'invalid code')
  const { phoneNumber: pure, countryCode } = code
  return accept({
    phone_info: {
      phoneNumber: countryCode === '86' ? pure : `+${countryCode}${pure}`,
      purePhoneNumber: pure,
      countryCode,
      watermark: { timestamp: Math.floor(asked.arrivedAt.getTime() / 1000), appid: fake.settings.appid },
    },
  })
}

export const phoneEndpoints: Endpoint[] = [
  {
    host: 'api.weixin.qq.com',
    path: '/wxa/business/getuserphonenumber',
    method: 'POST',
    token: 'mini-program',
    handle: phoneNumber,
  },
]

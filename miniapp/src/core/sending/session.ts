import type { Storage } from '../device/platform-shape.ts'
import { phoneProblem, trouble } from './trouble.ts'

const tokenKey = 'session'
const leftKey = 'left'

type Needs = {
  storage: Storage
  loginCode: () => Promise<string | undefined>
  /** Trades a login code for a token. */
  open: (code: string) => Promise<string>
}

/** However many ask while it runs, it runs once. */
const sharing = <T>(work: () => Promise<T>) => {
  let running: Promise<T> | undefined
  return () => {
    running ??= work().finally(() => {
      running = undefined
    })
    return running
  }
}

/** Silent login: nobody types anything, and however many calls ask at once, one login is made. */
export const createSession = ({ storage, loginCode, open }: Needs) => {
  const signIn = sharing(async () => {
    const code = await loginCode()
    if (!code) throw trouble(phoneProblem('not-in-wechat'))
    const token = await open(code)
    storage.write(tokenKey, token)
    return token
  })

  const mustNotHaveLeft = () => {
    if (storage.read(leftKey)) throw trouble(phoneProblem('signed-out'))
  }

  const token = async () => {
    mustNotHaveLeft()
    return storage.read(tokenKey) ?? signIn()
  }

  /** For a call whose token the server refused. Calls that hear of it late get the token that is new already. */
  const renew = async (worn: string) => {
    mustNotHaveLeft()
    const known = storage.read(tokenKey)
    return known && known !== worn ? known : signIn()
  }

  /** After 退出登录 nothing logs in by itself until she asks for it. */
  const leave = () => {
    storage.erase(tokenKey)
    storage.write(leftKey, 'yes')
  }

  const comeBack = () => {
    storage.erase(leftKey)
    return signIn()
  }
  /** Whether she is known here, without making her so. */
  const isOpen = () => storage.read(tokenKey) !== undefined
  return { token, renew, leave, comeBack, isOpen }
}

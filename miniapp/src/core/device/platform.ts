import { urlOf } from '@huiyin/shared/core/address.ts'
import { tabPages } from '@huiyin/shared/core/tab-pages.ts'
import Taro from '@tarojs/taro'
import { say } from '../toast.ts'
import { coreWords } from '../words.ts'
import { asUuid } from './ids.ts'
import { dropFile, filePath, sendingTime } from './kept-files.ts'
import type { Platform, Verdict } from './platform-shape.ts'

const storage: Platform['storage'] = {
  read: key => (Taro.getStorageSync(key) as string) || undefined,
  write: (key, text) => Taro.setStorageSync(key, text),
  erase: key => Taro.removeStorageSync(key),
  keys: () => Taro.getStorageInfoSync().keys,
}

const randomBytes = () =>
  new Promise<Uint8Array>(resolve => {
    // Base libraries before 2.19.3 have no generator; a clash would only be refused by the server.
    const weak = () => resolve(Uint8Array.from({ length: 16 }, () => Math.floor(Math.random() * 256)))
    if (!wx.getRandomValues) return weak()
    wx.getRandomValues({ length: 16, success: got => resolve(new Uint8Array(got.randomValues)), fail: weak })
  })

const request: Platform['request'] = async ask => {
  const reply = await Taro.request({
    url: ask.url,
    method: ask.method,
    header: ask.headers,
    data: ask.body,
    timeout: ask.timeout,
    dataType: 'text',
    responseType: 'text',
  })
  // Phones differ in how they write the name.
  const tag = Object.entries(reply.header ?? {}).find(([name]) => name.toLowerCase() === 'etag')?.[1]
  return { status: reply.statusCode, text: String(reply.data ?? ''), tag }
}

const sendFile: Platform['sendFile'] = async ({ id, url, headers, onProgress }) => {
  const path = (await filePath(id)) ?? ''
  const sending = Taro.uploadFile({
    url,
    filePath: path,
    name: 'file',
    header: headers,
    timeout: await sendingTime(path),
  })
  sending.progress?.(step => onProgress(step.progress))
  const reply = await sending
  return { status: reply.statusCode, text: String(reply.data ?? '') }
}

const subscribe: Platform['subscribe'] = ids =>
  Taro.requestSubscribeMessage({ tmplIds: ids, entityIds: [] }).then(answer => {
    // Taro types the error message alone; WeChat answers with one more field for each template.
    const verdicts = answer as unknown as Record<string, Verdict>
    return Object.fromEntries(ids.filter(id => verdicts[id]).map(id => [id, verdicts[id] as Verdict]))
  })

/** Says so, unless she gave up by herself. */
const orSay =
  (words: string) =>
  ({ errMsg = '' }: { errMsg?: string }) =>
    /cancel/.test(errMsg) ? undefined : say(words)

/** A new version is ready to run; she decides whether now. */
const offerUpdate = () => {
  const updates = Taro.getUpdateManager?.()
  updates?.onUpdateReady(async () => {
    const { confirm } = await Taro.showModal({ ...coreWords.update })
    if (confirm) updates.applyUpdate()
  })
}

export const platform: Platform = {
  name: 'weapp',
  storage,
  now: () => Date.now(),
  newId: async () => asUuid(await randomBytes()),
  loginCode: async () => (await Taro.login()).code,
  request,
  filePath,
  dropFile,
  sendFile,
  subscribe,
  showSpot: ({ name, lng, lat }) =>
    void Taro.openLocation({ name, longitude: lng, latitude: lat }).catch(orSay(coreWords.place.noMap)),
  telephone: number => void Taro.makePhoneCall({ phoneNumber: number }).catch(orSay(coreWords.help.byHand(number))),
  leave: () => {
    // What cannot be left shows the home page, as below.
    void Taro.exitMiniProgram({}).catch(() => undefined)
    // WeChat may show the last page once more when it is opened again: let that be the home page.
    void Taro.reLaunch({ url: urlOf(tabPages.home) })
  },
  fontScale: () => {
    const base = Taro.getAppBaseInfo?.() as { fontSizeScaleFactor?: number; fontSizeSetting?: number } | undefined
    return base?.fontSizeScaleFactor ?? (base?.fontSizeSetting ? base.fontSizeSetting / 16 : 1)
  },
  onOnline: back => Taro.onNetworkStatusChange(net => net.isConnected && back()),
  launch: offerUpdate,
}

import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'

/** The resident's side of a question to the lawyer, on a phone that runs the compiled mini-program. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => {
  town.closeAll()
  town.line.asked.length = 0
})
afterAll(() => town.close())

const loan = '借给别人两万块，有借条，到期了不还，怎么办？'
const beaten = '他昨天又打我，我不敢回家'

/** From the home page to the first words. */
const begin = async (openid: string, options: Parameters<Phones['open']>[1] = {}) => {
  const she = await resident(town, openid)
  const phone = await town.open(openid, options)
  await phone.tap('问律师')
  await phone.waitFor('柳塘村')
  return { she, phone }
}
const toWords = async (openid: string, options: Parameters<Phones['open']>[1] = {}) => {
  const begun = await begin(openid, options)
  await begun.phone.tap('开始写')
  return begun
}
const questionsOf = async (someone: Someone) => (await someone.call('listMyQuestions', {})).items
const drafts = (phone: Miniprogram) =>
  Object.entries(phone.storage())
    .filter(([key]) => key.startsWith('draft.'))
    .map(([, text]) => JSON.parse(text as string))
const asked = (what: string) => town.line.asked.filter(one => one === what).length

test('before a word is typed she reads who will see it, and who will not', async () => {
  const { phone } = await begin('reader')
  await phone.waitFor(() => phone.screen().includes('法律顾问 周文（明理律师事务所）'))
  expect(phone.screen()).toContain('加密保存，网格员、村干部和管理员都看不到')
  expect(phone.has('我现在不安全')).toBe(true)
  expect(phone.findAll({ tag: 'textarea' })).toEqual([])
})

test('she asks in four steps, checks, and holds a receipt with her place in the queue', async () => {
  const { she, phone } = await toWords('asker')
  expect(phone.screen()).toContain('第 1 步，共 4 步')
  await phone.tap('下一步')
  expect(phone.screen()).toContain('请先写一句想问的')
  await phone.input('想问什么', loan)
  phone.will('chooseMessageFile', [{ name: '借条.pdf', content: Buffer.from('%PDF-1.4 invented') }])
  await phone.tap('加一份 PDF 文件')
  await phone.waitFor('借条.pdf')
  await phone.tap('下一步')
  expect(phone.screen()).toContain('第 2 步，共 4 步')
  await phone.input('对方是谁（可不填）', '王某')
  await phone.tap('下一步')
  expect(phone.screen()).toContain('第 3 步，共 4 步')
  await phone.tap('上一步')
  expect(String(phone.find({ tag: 'input' }).attrs.value)).toBe('王某')
  await phone.tap('下一步')
  await phone.tap('下一步')
  for (const said of ['第 4 步，共 4 步', loan, '王某', '18–59 岁', '1 份文件', '柳塘村'])
    expect(phone.screen(), said).toContain(said)
  expect(phone.find({ text: '借贷', class: 'filter' }).classes).toContain('on')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  for (const said of ['前面还有\n0 位', '法律顾问 周文（明理律师事务所）', '柳塘村', '「我的咨询」'])
    expect(phone.screen(), said).toContain(said)
  expect(await questionsOf(she)).toMatchObject([{ state: 'waiting', topic: 'loan', danger: false }])
  expect(JSON.stringify(phone.storage())).not.toContain('借条，到期')
  await phone.tap('看进度')
  await phone.waitFor(() => phone.screen().includes(loan))
  expect(phone.screen()).toContain('排队中')
})

test('a line of the check is changed, and leads back to the check', async () => {
  const { phone } = await toWords('changer')
  await phone.input('想问什么', loan)
  for (let step = 0; step < 3; step++) await phone.tap('下一步')
  await phone.tap({ label: '改：您' })
  await phone.tap('60 岁以上')
  await phone.tap('下一步')
  expect(phone.screen()).toContain('看一看，没错就提交')
  expect(phone.screen()).toContain('60 岁以上')
})

test('killed at a step: she stands there again, with everything she said', async () => {
  const { phone } = await toWords('killed')
  await phone.input('想问什么', loan)
  await phone.tap('下一步')
  await phone.input('对方是谁（可不填）', '王某')
  await phone.waitFor(() => drafts(phone)[0]?.form.otherSide === '王某')
  phone.kill()
  await phone.relaunch()
  expect(phone.screen()).toContain('有一件没写完')
  await phone.tap('接着写')
  expect(phone.screen()).toContain('上次没写完的内容还在')
  expect(phone.screen()).toContain('第 2 步，共 4 步')
  await phone.tap('上一步')
  expect(String(phone.find({ tag: 'textarea' }).attrs.value)).toBe(loan)
})

test('signs of danger: the numbers before anything else, and nothing stays on the phone', async () => {
  const { she, phone } = await toWords('danger')
  await phone.input('想问什么', beaten)
  expect(drafts(phone)).toEqual([])
  await phone.tap('下一步')
  for (const said of ['110 报警', '12338 妇女维权', '12348 法律援助', '快速离开'])
    expect(phone.screen(), said).toContain(said)
  expect(phone.screen()).not.toContain('对方是谁')
  await phone.tap('110 报警')
  expect(phone.calls('makePhoneCall')).toMatchObject([{ phoneNumber: '110' }])
  await phone.input('怎样联系您才安全（可不填）', '白天打电话')
  await phone.tap('继续提问')
  expect(phone.screen()).toContain('第 2 步，共 2 步')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect(phone.screen()).toContain('110 报警')
  expect(await questionsOf(she)).toMatchObject([{ danger: true }])
  expect(phone.calls('requestSubscribeMessage')).toEqual([])
  expect(drafts(phone)).toEqual([])
  await phone.visit('questions/pages/mine/index')
  expect(phone.screen()).toContain('私密事项')
})

test('the button shows the numbers too, and a slip of the thumb is taken back', async () => {
  const { phone } = await begin('button')
  await phone.tap('我现在不安全')
  expect(phone.screen()).toContain('12338 妇女维权')
  await phone.tap('点错了，返回')
  expect(phone.has('开始写')).toBe(true)
})

test('one tap leads away, and nothing can be found afterwards', async () => {
  const { phone } = await toWords('leaver')
  await phone.input('想问什么', loan)
  await phone.waitFor(() => drafts(phone).length === 1)
  await phone.tap('我现在不安全')
  await phone.tap('快速离开')
  expect(phone.calls('exitMiniProgram')).toHaveLength(1)
  expect(phone.pages()).toEqual(['pages/home/index'])
  expect(drafts(phone)).toEqual([])
})

test('under fourteen a guardian beside the child agrees first', async () => {
  const { she, phone } = await toWords('child')
  await phone.input('想问什么', '网上买东西被骗了，能退款吗？')
  await phone.tap('下一步')
  await phone.tap('下一步')
  await phone.tap('不满 14 岁')
  expect(phone.screen()).toContain('第 3 步，共 5 步')
  await phone.tap('下一步')
  await phone.tap('下一步')
  expect(phone.screen()).toContain('请监护人点一下「我同意」')
  await phone.tap('我是监护人，我在旁边，我同意')
  await phone.tap('下一步')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect(await questionsOf(she)).toHaveLength(1)
})

/** WeChat's dictation, as far as the pages use it. */
const dictation = () => {
  const started: object[] = []
  const manager = { start: (how: object) => void started.push(how), stop: () => {} }
  return { started, plugins: { WechatSI: { getRecordRecognitionManager: () => manager } } }
}

test('dictation passes through other hands: it asks for a consent of its own first', async () => {
  const { started, plugins } = dictation()
  const { phone } = await toWords('speaker', { plugins })
  await phone.tap('说话')
  expect(phone.screen()).toContain('声音由微信的语音插件变成文字')
  await phone.tap('还是打字')
  expect([started.length, asked('PUT /api/questions/speech-consent')]).toEqual([0, 0])
  await phone.tap('说话')
  await phone.tap('同意，开始说')
  await phone.waitFor(() => started.length === 1)
  expect(asked('PUT /api/questions/speech-consent')).toBe(1)
  await phone.tap('说完了')
  await phone.tap('收回语音同意')
  await phone.tap('说话')
  expect(phone.screen()).toContain('声音由微信的语音插件变成文字')
})

test('whoever looks for an answer first and finds none is led to the lawyer', async () => {
  const { phone } = await begin('searcher')
  await phone.tap('先看看别人问过的')
  await phone.input('想找什么', '彩礼')
  await phone.tap('找一找')
  await phone.waitFor('没有找到这样的问答')
  await phone.tap(button('问律师'))
  expect(phone.page()).toBe('questions/pages/new/index')
})

import { randomUUID } from 'node:crypto'
import type { Teller } from '../upgrade/telling.ts'

const asks = async (it: Teller, by: string, words: string, more: object = {}) => {
  it.world.clock.forward(1 / 60)
  const id = randomUUID()
  await it.asks(by, 'askQuestion', { id, communityId: 't001v1', words, ageBand: 'adult', ...more })
  return id
}
const claims = async (it: Teller, by: string, id: string) =>
  (await it.does(by, 'claimQuestion', id, { noConflict: true })).fence ?? 0
const answers = async (it: Teller, id: string, more: object = {}, by = 'adviser') =>
  it.does(by, 'answerQuestion', id, { fence: await claims(it, by, id), words: '先书面催他还，再带借条去法院', ...more })
const loan = '我借给别人的钱，有借条，到期了他不还'
const fit = { question: '别人借钱到期不还，有借条，可以怎么办？', answer: '先书面催要；不还的，带上借条到法院起诉。' }

const inPublic = async (it: Teller) => {
  const id = await asks(it, 'resident', loan, { otherSide: '钱多多', fileIds: [await it.paper('resident')] })
  await it.does('adviser', 'passQuestion', id)
  await answers(it, id, { publication: fit }, 'adviser-neutral')
  await it.does('resident', 'decidePublication', id, { decision: 'approve' })
  await it.asks('justice', 'reviewAnswer', { id, verdict: 'publish' })
}

const thereAndBack = async (it: Teller) => {
  const id = await asks(it, 'resident', '租的房子漏水，房东不修', { topic: 'house' })
  await it.does('adviser', 'releaseQuestion', id, { fence: await claims(it, 'adviser', id) })
  const fence = await claims(it, 'adviser', id)
  await it.does('adviser', 'noteQuestion', id, { fence, words: '要看合同' })
  await it.asks('adviser', 'saveDraft', { id, fence, words: '写到一半' })
  await it.does('adviser', 'askBack', id, { fence, words: '合同里怎么写的？' })
  await it.does('resident', 'replyQuestion', id, { words: '写明房东修', fileIds: [await it.paper('resident')] })
  await answers(it, id, { suggestion: 'consultation' })
  await it.does('resident', 'agreeSuggestion', id)
  await it.does('resident', 'followUp', id, { words: '他还是不修呢？' })
  await answers(it, id)
  await it.does('resident', 'rateQuestion', id, { rating: 'good' })
}

export const beginQuestions = async (it: Teller): Promise<void> => {
  await inPublic(it)
  await thereAndBack(it)
  await it.does('resident', 'callDanger', await asks(it, 'resident', '家里吵架动手了'))
  await asks(it, 'neighbour', '宅基地边界和邻居有争议', { againstCommittee: true })
  await claims(it, 'adviser', await asks(it, 'neighbour', '工资拖了三个月', { topic: 'labour' }))
  await it.does('neighbour', 'withdrawQuestion', await asks(it, 'neighbour', '先不问了'))
  const asked = await asks(it, 'asker', '网上买的东西是坏的', { topic: 'consumer' })
  await it.does('adviser', 'askBack', asked, { fence: await claims(it, 'adviser', asked), words: '有订单吗？' })
  await answers(it, await asks(it, 'asker', '离婚要准备什么'))
  const assigned = await asks(it, 'asker', '赡养费怎么算')
  const neutral = (await it.who('adviser-neutral')).id
  await it.does('justice', 'assignQuestion', assigned, { adviserId: neutral })
  await it.does('justice', 'readQuestion', assigned, { reason: '抽查答复质量' })
}

/** One of every state stays open. */
export const goOnWithQuestions = async (it: Teller): Promise<void> => {
  await asks(it, 'resident', '借给同事的钱要不回来', { anonymous: true, otherSide: '孙大有' })
  await asks(it, 'neighbour', '他要打我', { danger: true, safeContact: '晚上八点后打给我姐' })
  await asks(it, 'resident', '孩子在学校摔伤了', { ageBand: 'minor', guardianAgrees: true })
  const claimed = await asks(it, 'neighbour', '合同里没有写违约金')
  await it.asks('adviser', 'saveDraft', { id: claimed, fence: await claims(it, 'adviser', claimed), words: '草稿' })
  const asked = await asks(it, 'asker', '试用期被辞退')
  await it.does('adviser', 'askBack', asked, { fence: await claims(it, 'adviser', asked), words: '签合同了吗？' })
  await answers(it, await asks(it, 'asker', '邻居装修漏水到我家'), { suggestion: 'report' })
  const offered = await asks(it, 'resident', '快递丢了谁赔')
  await answers(it, offered, { publication: { question: '快递丢了谁赔？', answer: '先找快递公司，保价的按保价赔。' } })
  await it.does('adviser', 'passQuestion', await asks(it, 'neighbour', '亲戚借车出了事故'))
}

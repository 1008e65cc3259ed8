import type { Topic } from '@huiyin/shared/questions/topics.ts'

/** An invented question and its answer; `publicWords` is what everybody may read of it. */
export type DemoQuestion = {
  topic: Topic
  words: string
  answer?: string
  publicWords?: { question: string; answer: string }
}

/** Answered long ago and published with consent. */
export const publishedQuestions: Required<DemoQuestion>[] = [
  {
    topic: 'loan',
    words: '前年我借给外甥一笔钱，他写了借条，说好去年底还，到现在电话也不接，我该怎么办？',
    answer:
      '先寄一封书面催款信，留好回执。还不还的，带上借条和转账记录到法院起诉；数额不大，可以申请支付令，费用低、快。',
    publicWords: {
      question: '亲戚借钱到期不还，有借条，可以怎么办？',
      answer:
        '先书面催要，留下凭据。仍不还的，带上借条和转账记录到法院起诉，也可以申请支付令。注意诉讼时效一般是三年，从约定的还款日算起，催要一次重新计算。',
    },
  },
  {
    topic: 'labour',
    words: '我在镇上的厂里干了半年，老板拖欠两个月工资，没有签合同，能要回来吗？',
    answer: '能。没有合同，工资条、工作群聊天、工友证言都能证明。先向劳动监察投诉，同时可以申请劳动仲裁，时效是一年。',
    publicWords: {
      question: '没有签劳动合同，被拖欠工资，能要回来吗？',
      answer:
        '能。工资转账、工作群聊天、考勤和工友证言都可以证明劳动关系。可以向劳动监察投诉，也可以申请劳动仲裁，时效一年；没签合同的，还可以要求二倍工资。经济困难的可以申请法律援助。',
    },
  },
  {
    topic: 'neighbour',
    words: '楼上卫生间漏水，把我家天花板泡坏了，他说不是他家的事，不肯修。',
    answer: '先拍照，请物业出面看漏点、写下情况。协商不成可以申请人民调解，免费；还不行再起诉要求修好并赔偿。',
    publicWords: {
      question: '楼上漏水泡坏了天花板，楼上不承认，怎么办？',
      answer:
        '拍照留证，请物业一起查漏点并写下情况。协商不成，可以请人民调解委员会调解，不收费。仍不解决的，可以起诉要求停止侵害、修好并赔偿损失，必要时请鉴定。',
    },
  },
  {
    topic: 'house',
    words: '租的房子到期了，房东说墙脏了，不退押金，合理吗？',
    answer: '正常使用的磨损不能扣押金。看合同写了什么，保留入住时的照片，先书面要求退还。',
    publicWords: {
      question: '租房到期，房东以墙面旧了为由不退押金，合理吗？',
      answer:
        '正常居住的磨损不是损坏，不能因此扣押金。保留入住和退房时的照片与聊天记录，先书面要求退还；不退的，可以起诉，标的不大的适用小额诉讼，很快。',
    },
  },
  {
    topic: 'consumer',
    words: '我妈花了不少钱买保健品，说能治病，吃了没用，商家不退钱。',
    answer: '夸大宣传可以要求退一赔三。留好付款记录和宣传单，打 12315 投诉。',
    publicWords: {
      question: '老人买了号称能治病的保健品，没用，能退钱吗？',
      answer:
        '保健品不能宣传治病，属于虚假宣传，可以要求退款并三倍赔偿。留好付款记录、宣传单和聊天记录，拨打 12315 投诉，也可以起诉。',
    },
  },
  {
    topic: 'marriage',
    words: '离婚的时候孩子判给我，他这半年一分抚养费都没给。',
    answer: '有判决书就可以申请强制执行，孩子上学看病多出来的，也可以要求增加。',
    publicWords: {
      question: '离婚后对方不给抚养费，可以怎么办？',
      answer:
        '有判决书或调解书的，直接向法院申请强制执行；没有的可以起诉要求支付。上学、看病的必要支出增加了，可以要求增加。请求抚养费可以申请法律援助。',
    },
  },
]

/** Answered in the last days, and still open for one more question. */
export const answeredQuestions: DemoQuestion[] = [
  {
    topic: 'land',
    words: '我家的承包地被人占了一条种树，村里量过，他不肯退，这个能告吗？',
    answer:
      '能。承包经营权证就是依据。先请村里调解，不成可以向农村土地承包仲裁委员会申请仲裁，也可以直接起诉要求停止侵害。',
  },
  {
    topic: 'marriage',
    words: '老伴走了，没有留遗嘱，房子怎么分？儿女意见不一样。',
    answer:
      '先分清哪一半是您自己的，只有老伴的那一半是遗产，由您和儿女平分。意见不一致可以先请调解，写下协议再去过户。',
  },
]

/** Waiting now, or in an adviser's hands. */
export const openQuestions: DemoQuestion[] = [
  { topic: 'loan', words: '给人做担保签过字，现在借钱的人跑了，要我还，我要还全部吗？' },
  { topic: 'labour', words: '在工地上摔伤了腿，包工头只给了医药费，误工的钱不给，该找谁？' },
  { topic: 'house', words: '买的二手房，交了定金，卖家又说不卖了，能要回双倍吗？' },
  { topic: 'neighbour', words: '邻居盖房子把我家的采光挡住了，可以让他停下来吗？' },
]

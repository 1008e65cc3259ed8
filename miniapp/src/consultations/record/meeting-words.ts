import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'

/** The meeting itself: arriving, by video, papers, and her word on it. */
export const meetingWords = {
  papers: {
    title: '材料',
    hints: {
      asker: '合同、借条可以先拍给律师看，只有律师看得到',
      adviser: '要给居民的材料可以放在这里，只有居民看得到',
    },
    ofAsker: { asker: '您给律师的', adviser: '居民给的' },
    ofAdviser: { asker: '律师给您的', adviser: '您给居民的' },
    add: '加材料',
    attach: '附上',
    attached: '已附上',
  },
  video: {
    title: '视频咨询',
    wait: '请停在这一页，律师会打视频过来，来了请点接听',
    unable: '这部手机接不了视频，请改打电话',
    phone: '改打电话',
    call: '打视频给居民',
    notThere: '没有接通。居民要打开这个预约才能接，请过一会儿再打，或改用电话',
    inWechat: '请在微信里打开，再打视频',
  },
  took: {
    title: '见过律师了吗？',
    hint: '见得怎么样，点一个（可不点）。律师看不到是谁评的',
    ratings: { good: '好', fair: '一般', poor: '不好' },
    waiting: '律师还没有来？',
    waitingHint: `等了 ${bookingLimits.noShowMinutes} 分钟还没有见到，可以记下来，镇街司法所看得到`,
    notThere: '律师没有来',
    yes: '见过了',
    no: '没有见成',
    noTitle: '没有见成吗？',
    noHint: '会如实记下来，这一次不算律师的服务',
    noYes: '是的，没有见成',
    back: '点错了',
    thanks: '谢谢，已记下',
  },
  checkIn: {
    title: '签到好了',
    hint: '请稍等，律师会叫您',
    lectureHint: '请坐下听讲座，签到就算到场',
    show: '看我的预约',
    none: '今天没有您的预约',
    noneHint: '现场有空的话，也可以请律师给您加一个',
    badCode: '没有读到地点',
    badCodeHint: '请再扫一次门口墙上的码',
  },
} as const

/** What is said of something that she has submitted. */
export const outgoingWords = {
  sending: '正在送出',
  sendingHint: '可以先离开，会自动送到',
  waiting: '已存好，等网络恢复自动送出',
  waitingHint: '不用重填，也不用守着',
  waitingOnly: '等网络恢复自动送出',
  unkeptHint: '手机存储满了，没能存一份，送到之前请别退出微信',
  again: '现在再试',
  edit: '回去修改',
  home: '回首页',
  photosLeft: (left: number) => `还有 ${left} 张照片在传，请先别退出微信`,
  photosFailed: (count: number) => `${count} 张照片没传上，有网络会自动再传`,
  photosRefused: (count: number) => `${count} 张照片收不了。可以不管它，也可以点开这件事，用「补充说明」再发一张`,
  photosDone: '照片都传好了',
  got: '收到了',
  number: '编号',
} as const

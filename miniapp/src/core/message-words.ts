/** WeChat's messages: that they are off, and what came of a tap for one more. */
export const messageWords = {
  off: {
    title: '微信提醒关着',
    content:
      '您在微信里关掉了回音的消息提醒，有进展时微信不会告诉您。点「去设置」可以打开；不打开，也能在「消息」里看。',
    confirmText: '去设置',
    cancelText: '不用了',
  },
  on: '微信提醒打开了',
  refused: '没有加上。如果没有弹出来问您，请点右上角「…」，在设置里打开订阅消息',
  failed: '没有加上微信提醒，请过一会儿再点一次',
} as const

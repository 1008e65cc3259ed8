/**
 * What each private ability is for, said when it is first asked for; by the names that WeChat gives them. That of the telephone number stands
 * beside its button, on the first pages. */
export const purposeWords: Record<string, string> = {
  chooseMedia: '照片只用来处理您这件事，只有负责这件事的人看得到。',
  chooseMessageFile: '文件只给办您这件事的人看。',
  chooseLocation: '位置只用来写明问题在哪里，好找到负责的人。',
  addPhoneCalendar: '只把约好的时间写进手机日历，不看日历里别的内容。',
  setClipboardData: '只把这个地址放进剪贴板，不看里面原来的内容。',
  saveImageToPhotosAlbum: '只把这张图存进相册，不看相册里别的照片。',
  join1v1Chat: '摄像头和麦克风只用来和约好的律师视频，我们不录像。',
  authorize: '麦克风只用来把您说的话变成文字，我们不留录音。',
}

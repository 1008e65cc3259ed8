/** What is said of a photo where it is shown. */
export const photoWords = {
  full: '手机存储满了，照片没能另存，传好之前请别退出微信',
  notOpened: '大图没有打开，请再点一次',
  lost: { refused: '这张照片打不开，没有收下', expired: '这张照片没有传到' },
  take: '拍照',
  album: '从相册选',
  long: '长图',
  part: (nth: number, of: number) => `第 ${nth} 段，共 ${of} 段，点一下放大`,
  notKept: (of: number, lost: number, why: string) => `选了 ${of} 个，${lost} 个没有加上：${why}`,
  tooMany: (room: number) => `还能加 ${room} 个，多选的没有加`,
} as const

/** What stands on, and under, one photo. */
export const tileWords = {
  add: '拍照或选照片',
  more: '再加一张',
  remove: '删掉这张照片',
  retry: '重传',
  sending: (percent: number) => `已传 ${percent}%`,
  waiting: '等待上传',
  sent: '已传好',
  failed: '没传上',
  awaited: '照片还在路上',
  another: '换一张',
  refused: '收不了',
  open: '看大图',
  nth: (index: number) => `第 ${index} 张照片`,
  before: '处理前',
  after: '处理后',
  none: '没有照片',
} as const

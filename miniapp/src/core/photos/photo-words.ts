/** What is said of a photo where it is shown. */
export const photoWords = {
  lost: { refused: '这张照片打不开，没有收下', expired: '这张照片没有传到' },
  take: '拍照',
  album: '从相册选',
  long: '长图',
  part: (nth: number, of: number) => `第 ${nth} 段，共 ${of} 段，点一下放大`,
  notKept: (of: number, lost: number, why: string) => `选了 ${of} 个，${lost} 个没有加上：${why}`,
  tooMany: (room: number) => `还能加 ${room} 个，多选的没有加`,
} as const

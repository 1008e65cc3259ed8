/** What is said of a photo where it is shown. */
export const photoWords = {
  lost: { refused: '这张照片打不开，没有收下', expired: '这张照片没有传到' },
  dead: '照片没有打开',
  lookAgain: '再看一次',
} as const

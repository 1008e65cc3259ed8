/** Of a picture that did not come; also on the first pages, which take no other words of photos. */
export const liveWords = {
  dead: '照片没有打开',
  lookAgain: '再看一次',
}

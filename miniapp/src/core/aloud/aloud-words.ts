export const aloudWords = {
  start: '朗读给我听',
  stop: '停下，不读了',
  failed: '现在读不出来，请过一会儿再点一次',
}

export const shareWords = {
  copied: '链接已复制，粘贴发给别人就能打开',
  notCopied: '链接没能复制，请用浏览器的分享',
} as const

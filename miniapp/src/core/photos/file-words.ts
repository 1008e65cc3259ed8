export const fileWords = {
  add: '加一份 PDF 文件',
  remove: '删掉这份文件',
  pdf: (index: number) => `PDF 文件 ${index}`,
  openPdf: '点开看',
  awaited: '文件还在路上',
}

export const gridWords = {
  back: '退回重选',
  choose: { district: '选区县', township: '选镇街', community: '选村（社区）', grid: '选网格', building: '选楼栋' },
  chooseOrType: '点楼栋，或写地名',
  type: '写地名',
  find: '写几个字找楼栋',
  typeExample: '比如：老街菜店门口',
  typeHint: '店、路口、田头都行，村里会找到是谁管',
  typed: (typed: string) => `就写「${typed}」`,
  more: (count: number) => `还有 ${count} 处，写几个字就能找到`,
  notFound: '没有这个名字的楼栋，换几个字试试',
  empty: '这里还没有登记楼栋',
  emptyHint: '请退回重选，或在地图上选',
} as const

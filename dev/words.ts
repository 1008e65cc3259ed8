/** What the demo says in the terminal. */
export const words = {
  say: (text: string) => console.log(`[回音] ${text}`),
  production: '演示只能在自己的电脑上运行：现在 NODE_ENV=production，已停止。正式部署请看 docs/operations.md。',
  badPort: (port: string) => `端口「${port}」不对。请用 1 到 65535 的数字，例如：PORT=3100 npm start`,
  portTaken: (port: number) => `端口 ${port} 已被别的程序占用。换一个端口：PORT=${port + 1} npm start`,
  folderTaken: '演示已经在运行了（同一个数据文件夹）。请先在那个窗口按 Ctrl+C 停下来。',
  buildingFor: (target: 'h5' | 'weapp') => `正在生成${target === 'h5' ? '网页版' : '小程序'}，大约半分钟……`,
  buildFailed: '手机页面没有生成成功，上面是原因。',
  seeding: '正在布置演示小镇「青禾镇」：24 个村、960 栋楼、两千件往事……',
  seeded: (seconds: number) => `小镇布置好了（${seconds} 秒）。`,
  opening: '正在打开演示小镇……',
  ready: (url: string) => [
    '',
    `  打开浏览器：${url}`,
    '  左边的手机是居民：点「报问题」，拍一张、写一句，提交。',
    '  右边的手机是网格员：过几秒自己会响，点「受理」，再「办结」。',
    '  回到左边看答复、点「已解决」。按 Ctrl+C 停止；想要全新的小镇：npm start -- --fresh',
    '',
  ],
  closing: '正在收起，数据已保存。',
  nobody: '演示小镇里没有这个人',
  choresFailed: '后台任务这一次没有做成，下一秒再试',
}

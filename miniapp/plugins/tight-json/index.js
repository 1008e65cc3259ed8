const fs = require('node:fs')
const path = require('node:path')

// What is copied as it is written (theme, sitemap, project) would carry its spaces to every phone.
module.exports = ctx =>
  ctx.onBuildFinish(() => {
    if (process.env.TARO_ENV !== 'weapp') return
    const { outputPath } = ctx.paths
    for (const name of fs.readdirSync(outputPath).filter(it => it.endsWith('.json'))) {
      const file = path.join(outputPath, name)
      fs.writeFileSync(file, JSON.stringify(JSON.parse(fs.readFileSync(file, 'utf8'))))
    }
  })

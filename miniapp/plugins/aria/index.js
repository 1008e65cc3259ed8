// Taro's weapp templates drop every aria-* attribute; this teaches them the ones in attrs.js.
const path = require('node:path')
const attrs = require('./attrs')

module.exports = ctx =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, attrs)
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'runtime.js'))
    },
  })

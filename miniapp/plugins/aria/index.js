// Taro's weapp templates drop every aria-* attribute and carry much that nobody asks for: this teaches them attrs.js and unused.js.
const path = require('node:path')
const attrs = require('./attrs')
const dropUnused = require('./unused')

module.exports = ctx =>
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, attrs)
      dropUnused(platform.template.internalComponents)
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'runtime.js'))
    },
  })

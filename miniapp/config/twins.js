const fs = require('node:fs')
const path = require('node:path')

const source = path.resolve(__dirname, '../src')

// Taro finds `x.h5.tsx` only for imports without an extension; ours spell theirs, so the H5 build swaps twins itself.
function useH5Twin(resource) {
  const match = /^((?:\.{1,2}|@)\/.*)\.(tsx?|css)$/.exec(resource.request)
  if (!match) return
  const twin = `${match[1]}.h5.${match[2]}`
  const file = twin.startsWith('@/') ? path.join(source, twin.slice(2)) : path.resolve(resource.context, twin)
  if (fs.existsSync(file)) resource.request = twin
}

module.exports = { useH5Twin }

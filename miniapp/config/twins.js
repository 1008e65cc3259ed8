const fs = require('node:fs')
const path = require('node:path')

// Taro finds `x.h5.tsx` only for imports without an extension; ours spell theirs, so the H5 build swaps twins itself.
function useH5Twin(resource) {
  const match = /^(\.{1,2}\/.*)\.(tsx?|css)$/.exec(resource.request)
  if (!match) return
  const twin = `${match[1]}.h5.${match[2]}`
  if (fs.existsSync(path.resolve(resource.context, twin))) resource.request = twin
}

module.exports = { useH5Twin }

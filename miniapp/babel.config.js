const taro = require('babel-preset-taro')

/** Taro's preset, which cannot be told so itself, with the narrow fixes for engines' bugs instead of whole rewritings. */
const preset = (api, options) => {
  const { overrides, ...made } = taro(api, options)
  const [{ presets, ...first }, ...others] = overrides
  const [[env, how], ...rest] = presets
  return { ...made, overrides: [{ ...first, presets: [[env, { ...how, bugfixes: true }], ...rest] }, ...others] }
}

module.exports = {
  presets: [[preset, { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
  // Private fields as plain properties: half the size of what the libraries' classes become otherwise.
  assumptions: {
    privateFieldsAsProperties: true,
    setPublicClassFields: true,
    noDocumentAll: true,
    objectRestNoSymbols: true,
  },
}

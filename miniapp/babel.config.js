const taro = require('babel-preset-taro')

/** Taro's preset, which cannot be told so itself, with the narrow fixes for engines' bugs instead of whole rewritings. */
const preset = (api, options) => {
  const made = taro(api, options)
  const env = made.overrides[0].presets[0]
  return {
    ...made,
    overrides: [
      {
        ...made.overrides[0],
        presets: [[env[0], { ...env[1], bugfixes: true }], ...made.overrides[0].presets.slice(1)],
      },
      ...made.overrides.slice(1),
    ],
  }
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

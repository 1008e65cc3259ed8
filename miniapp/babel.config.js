module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
  // Private fields as plain properties: half the size of what the libraries' classes become otherwise.
  assumptions: {
    privateFieldsAsProperties: true,
    setPublicClassFields: true,
    noDocumentAll: true,
    objectRestNoSymbols: true,
  },
}

const fs = require('node:fs')
const path = require('node:path')
const { useH5Twin } = require('./twins')

const weapp = process.env.TARO_ENV === 'weapp'
const root = path.resolve(__dirname, '..')
// Neither the shared workspace nor these packages are compiled by default, and old phones cannot run them as published.
const compiled = [/[\\/]shared[\\/](?!dist)/, /node_modules[\\/]@tanstack/]

const src = path.join(root, 'src')
// What the browser's router brings along is published for newer browsers still.
const compiledForH5 = [
  ...compiled,
  /node_modules[\\/](query-string|filter-obj|decode-uri-component|split-on-first)[\\/]/,
]

const shared = path.join(root, '../shared')
const filesIn = (folder, name) =>
  fs
    .readdirSync(folder, { recursive: true })
    .filter(file => name.test(file))
    .map(file => path.join(folder, file))
const configFiles = [
  __filename,
  path.join(root, 'babel.config.js'),
  ...filesIn(src, /(\.config|^room-pages)\.ts$/),
  ...filesIn(shared, /(-pages|[\\/]address)\.ts$/),
]

const layout = [src, shared].flatMap(folder => filesIn(folder, /\.(tsx?|css)$/)).join()

/** Packages with a page that can be handed on: the picture for the card lies in each. */
const sharing = ['reports', 'questions', 'consultations', 'people']

const constants = {
  API_ORIGIN: JSON.stringify(process.env.HUIYIN_API_ORIGIN ?? ''),
  APP_VERSION: JSON.stringify(process.env.HUIYIN_VERSION ?? require('../../package.json').version),
  VOICE_PLUGIN: JSON.stringify(process.env.HUIYIN_VOICE_PLUGIN === '1'),
}

function strict(chain) {
  chain.module.set('parser', { javascript: { exportsPresence: 'error' } })
  chain.target(['web', 'es2018'])
  chain.module
    .rule('contracts')
    .test(/\.ts$/)
    .include.add(shared)
    .end()
    .enforce('pre')
    .use('contracts')
    .loader(path.join(__dirname, 'contracts-loader.js'))
  chain.optimization.minimizer('terserPlugin').tap(([how]) => [{ ...how, extractComments: false }])
}

function mini(chain, webpack) {
  strict(chain)
  chain
    .plugin('abort-controller')
    .use(webpack.ProvidePlugin, [
      { AbortController: [path.join(root, 'src/core/abort-controller.ts'), 'AbortController'] },
    ])
}

/** What all pages share first, then the rooms; `x.h5.css` in place of `x.css`. */
const stylesInOrder = () => {
  const all = filesIn(src, /\.css$/).sort()
  const meant = all.filter(it => !all.includes(it.replace(/\.css$/, '.h5.css')))
  const isShared = file => file.startsWith(path.join(src, 'core'))
  return [...meant.filter(isShared), ...meant.filter(it => !isShared(it))]
}

function h5(chain, webpack) {
  strict(chain)
  chain.performance.hints(false)
  chain.plugin('h5-twins').use(webpack.NormalModuleReplacementPlugin, [/\.(tsx?|css)$/, useH5Twin])
  // Styles come with the first file: their order must not hang on which page was opened first.
  for (const file of stylesInOrder()) chain.entry('app').add(file)
  // A file for each room, beside what the first page needs; `dev/finish-pages.ts` has the others fetched afterwards.
  chain.optimization.splitChunks({
    chunks: 'async',
    minSize: 0,
    cacheGroups: {
      default: false,
      defaultVendors: false,
      room: { test: inRoom, name: roomOf, enforce: true },
      parts: { test: module => !inRoom(module), name: 'parts', minChunks: 2, enforce: true },
    },
  })
}

/** The folder below `src` that a module or its style lies in; what comes from elsewhere goes with whoever needs it. */
const roomOf = module => {
  const [room] = path.relative(src, module.nameForCondition() ?? root).split(path.sep)
  return room
}
const inRoom = module => !['..', 'core', ''].includes(roomOf(module))

const terser = {
  enable: true,
  config: { compress: { passes: 2, ecma: 2018 }, output: { comments: false, ecma: 2018, ascii_only: false } },
}

const postcss = { pxtransform: { enable: false }, cssModules: { enable: false } }

module.exports = {
  projectName: 'huiyin',
  date: '2026-11-1',
  designWidth: 375,
  deviceRatio: { 375: 1, 750: 0.5 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  alias: { '@': src },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: {
    enable: true,
    cacheDirectory: path.join(root, '.cache', process.env.TARO_ENV ?? 'none'),
    // Otherwise a build for one server would be served from the cache of another, and what a file that moved was called
    // would still be called so in the chunks that the pages of a subpackage share.
    version: JSON.stringify(constants) + layout,
    // Page configurations are read beside webpack: without this a changed title would not be noticed.
    buildDependencies: { config: configFiles },
  },
  plugins: [path.join(root, 'plugins/aria/index.js'), path.join(root, 'plugins/tight-json/index.js')],
  copy: {
    // Icons that theme.json names are not found by the build.
    patterns: weapp
      ? [
          { from: 'src/assets/tab', to: 'dist/weapp/assets/tab' },
          { from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' },
          ...sharing.map(room => ({ from: 'src/assets/share.png', to: `dist/weapp/${room}/share.png` })),
        ]
      : [],
    options: {},
  },
  defineConstants: constants,
  terser,
  // Our pages nest ten deep at most; each level more costs 3 kB of template.
  mini: {
    baseLevel: 10,
    postcss,
    optimizeMainPackage: { enable: true },
    compile: { include: compiled },
    webpackChain: mini,
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    postcss,
    compile: { include: compiledForH5 },
    webpackChain: h5,
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
  },
}

/** Who may import whom: the rules of ROOMS.md, checked by `npm run verify`. */
const rooms = ['grids', 'people', 'photos', 'alerts', 'crashes', 'matters', 'reports', 'questions', 'consultations']
const trees = ['shared', 'db', 'api', 'miniapp']
/** They stand beside each other and never meet, but through the doors of their manifests (`api/core/doors.ts`). */
const beside = ['reports', 'questions', 'consultations']
const later = room => rooms.slice(rooms.indexOf(room) + 1).join('|')
const anyRoom = rooms.join('|')

/** What core itself may know of rooms: whose session it is; on the phone also the badge and permits. */
const coreKnows = {
  api: ['^db/people/queries\\.ts$', '^shared/alerts/alert-kind\\.ts$'],
  miniapp: ['^shared/(grids|people|photos|alerts|crashes)/'],
}

const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid('no-circle', {}, { circular: true }, 'a circle means that two things are one'),
    forbid('no-orphan-import', {}, { couldNotResolve: true }, 'every import leads somewhere'),
    forbid(
      'shared-is-pure',
      { path: '^shared/' },
      { path: '^(db|api|miniapp|dev|tests|bench)/' },
      'shared is below all trees',
    ),
    forbid(
      'shared-does-no-io',
      { path: '^shared/' },
      { dependencyTypes: ['core'] },
      'no node built-ins: the phone runs it too',
    ),
    forbid('db-knows-shared-only', { path: '^db/' }, { path: '^(api|miniapp|dev|tests|bench)/' }),
    forbid('api-knows-no-phone', { path: '^api/' }, { path: '^(miniapp|dev|tests|bench)/' }),
    forbid('phone-knows-shared-only', { path: '^miniapp/' }, { path: '^(db|api|dev|tests|bench)/' }),
    forbid(
      'only-db-knows-drizzle',
      { path: '^(shared|api|miniapp)/' },
      { path: 'node_modules/(drizzle-orm|postgres|@electric-sql)/' },
    ),
    forbid(
      'only-queries-know-tables',
      { path: '^(db|api)/', pathNot: ['queries\\.ts$', 'tables\\.ts$'] },
      { path: 'tables\\.ts$' },
      "another room's foreign key aside",
    ),
    forbid(
      'only-adapters-reach-the-world',
      { path: '^api/', pathNot: ['^api/core/adapters/', '^api/(server|worker|cli)\\.ts$'] },
      { path: '^(node:)?(fs|fs/promises|http|https|net|child_process)$' },
    ),
    forbid(
      'only-the-whole-knows-all-problems',
      { path: '^(shared|db|api|miniapp)/', pathNot: '^api/app\\.ts$' },
      { path: '^shared/problems\\.ts$' },
      'a list of all rooms: whoever imports it would know them',
    ),
    forbid('production-never-imports-dev', { path: '^(shared|db|api|miniapp)/' }, { path: '^(dev|tests|bench)/' }),
    ...trees.map(tree =>
      forbid(
        `${tree}-core-knows-no-room`,
        { path: `^${tree}/(src/)?core/` },
        { path: `^(${trees.join('|')})/(src/)?(${anyRoom})/`, pathNot: coreKnows[tree] ?? [] },
      ),
    ),
    ...beside.map(room =>
      forbid(
        `${room}-meets-none-beside-it`,
        { path: `^(${trees.join('|')})/(src/)?${room}/` },
        {
          path: `^(${trees.join('|')})/(src/)?(${beside.filter(it => it !== room).join('|')})/`,
        },
      ),
    ),
    ...rooms
      .filter(room => later(room))
      .map(room =>
        forbid(
          `${room}-sees-only-earlier-rooms`,
          { path: `^(${trees.join('|')})/(src/)?${room}/` },
          {
            path: `^(${trees.join('|')})/(src/)?(${later(room)})/`,
          },
        ),
      ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}

// The whole architecture, as data. `npm run check` enforces it; tools/planted-faults.test.ts proves that each rule bites.
// Read top to bottom: a line may use what is above it and nothing below.

/** Which server modules each server module may call, always through index.ts. */
const moduleMayUse = {
  ledger: [],
  documents: [],
  access: ['documents'],
  registry: ['documents', 'access'],
  rounds: ['documents', 'access', 'registry'],
  leads: ['access', 'registry'],
  intake: [],
  inbox: [],
  desks: ['rounds', 'intake'],
}

/** Arrows between engines, each with its reason. Any other is forbidden. */
const engineMayUse = {
  // The solver asks the recusal engine which assignments are barred. `verify` has bars of its own: two readings of one rule.
  dispatch: { engine: 'recusal', exceptFrom: '^engines/dispatch/src/verify' },
}

const modules = '^apps/server/src/modules'
const test = '[.]test[.]tsx?$|/test-[^/]*[.]ts$|^(engines|apps|contract)/.*/testing/'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const moduleRules = Object.entries(moduleMayUse).map(([name, allowed]) =>
  forbid(
    `module-${name}`,
    `${name} may use only: ${allowed.join(', ') || 'no other module'}; and only their index.ts.`,
    { path: `${modules}/${name}/`, pathNot: test },
    { path: `${modules}/`, pathNot: [`${modules}/${name}/`, ...allowed.map((other) => `${modules}/${other}/index[.]ts$`)] },
  ),
)

const engineRules = Object.entries(engineMayUse).flatMap(([name, { engine, exceptFrom }]) => [
  forbid(
    `engine-${name}-alone`,
    `${name} may use ${engine} and no other package of ours.`,
    { path: `^engines/${name}/`, pathNot: test },
    { path: '^(engines|contract|apps|testing)/', pathNot: [`^engines/${name}/`, `^engines/${engine}/`] },
  ),
  forbid(
    `engine-${name}-independent`,
    `This part of ${name} checks what ${engine} was used for, so it must not use it.`,
    { path: exceptFrom, pathNot: test },
    { path: `^engines/${engine}/` },
  ),
])
const listedEngines = Object.keys(engineMayUse).join('|')

export default {
  forbidden: [
    forbid('no-cycles', 'A cycle means two files are one file. Merge them or invert one edge.', {}, { circular: true }),
    forbid(
      'engine-alone',
      'An engine imports nothing else of ours: it can be read, tested and audited by itself.',
      { path: '^engines/([^/]+)/', pathNot: [test, `^engines/(${listedEngines})/`] },
      { path: '^(engines|contract|apps|testing)/', pathNot: '^engines/$1/' },
    ),
    ...engineRules,
    forbid(
      'engine-pure',
      'An engine does no I/O. Pass the data, the time and the randomness in.',
      { path: '^engines/', pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'contract-alone',
      'The contract is what both ends agree on; it knows neither end.',
      { path: '^contract/' },
      { path: '^(engines|apps|testing)/' },
    ),
    forbid(
      'apps-apart',
      'Apps meet over HTTP, through the contract, never by import.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    forbid(
      'ledger-judged-apart',
      'Whoever writes the ledger does not judge it: the server never uses the verifier, nor the verifier the writer.',
      { path: '^apps/server/', pathNot: test },
      { path: '^engines/ledger-verify/' },
    ),
    ...moduleRules,
    forbid(
      'module-listed',
      'A module without a line in moduleMayUse has no fence. Add the line.',
      { path: `${modules}/`, pathNot: `${modules}/(${Object.keys(moduleMayUse).join('|')})/` },
      {},
    ),
    forbid(
      'platform-below',
      'Platform code serves modules and knows none of them.',
      { path: '^apps/server/src/(platform|http)/', pathNot: test },
      { path: `${modules}/` },
    ),
    forbid(
      'sql-in-stores',
      'SQL lives in stores. A use case holds a Transaction; only a store can query with it.',
      { path: `${modules}/`, pathNot: ['(/|-)store[.]ts$', test] },
      { path: ['^apps/server/src/platform/database', '(^|/)node_modules/(pg|kysely)/'] },
    ),
    forbid(
      'routes-thin',
      'A route calls a use case; it never reaches past it into the store.',
      { path: `${modules}/.*(routes|jobs)[.]ts$` },
      { path: '(/|-)store[.]ts$' },
    ),
    forbid(
      'features-apart',
      'Web features do not import each other; a route puts them together.',
      { path: '^apps/web/src/features/([^/]+)/' },
      { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    ),
    forbid(
      'features-below-routes',
      'Routes use features; never the other way round.',
      { path: '^apps/web/src/(features|ui|lib)/' },
      { path: '^apps/web/src/routes/' },
    ),
    forbid(
      'antd-in-ui',
      'Ant Design enters through apps/web/src/ui only, so defaults are set once.',
      { path: '^apps/web/src/', pathNot: '^apps/web/src/ui/' },
      { path: '(^|/)node_modules/(antd|@ant-design)/' },
    ),
    forbid(
      'not-to-test',
      'Shipped code never imports a test or the testing package.',
      { pathNot: [test, '^(testing|tests|bench)/'] },
      { path: [test, '^(testing|tests)/'] },
    ),
    forbid(
      'no-orphans',
      'Nobody imports this file and it imports nothing: delete it or wire it in.',
      { orphan: true, pathNot: [test, '[.]d[.]ts$', '^testing/', '[.]config[.]ts$'] },
      {},
    ),
    forbid('resolvable', 'This import resolves to nothing.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    // The TypeScript 7 compiler has no API that dependency-cruiser knows; swc reads the sources instead.
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}

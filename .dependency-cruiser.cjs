// Who may import whom: the rooms stand in a line, there is one door to the data, and no route reaches into another.
const rooms = [
  'env',
  'vault',
  'audit',
  'clinic',
  'tasks',
  'jobs',
  'accounts',
  'guide',
  'forms',
  'documents',
  'scheduling',
  'review',
  'calendar',
  'estimates',
  'evidence',
  'onboarding',
  'notices',
];

/** A room imports only from those before it. */
const inLine = rooms.slice(0, -1).map((room, at) => ({
  name: `${room}-comes-before`,
  comment: `lib/${room} imports only from the rooms before it: ${rooms.slice(0, at).join(', ') || 'none'}.`,
  severity: 'error',
  from: { path: `^lib/${room}/` },
  to: { path: `^lib/(${rooms.slice(at + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...inLine,
    {
      name: 'every-room-has-its-place',
      comment: 'A folder of lib that stands in no line could be imported from anywhere.',
      severity: 'error',
      from: {},
      to: { path: '^lib/', pathNot: `^lib/(${rooms.join('|')})/` },
    },
    {
      name: 'app-never-touches-the-database',
      comment: 'A page or route asks lib, which goes through the one door.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^db/' },
    },
    {
      name: 'components-are-pure',
      comment:
        'From lib, components take pure files and types: nothing that leads to the database once types are gone.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^db/', reachable: true },
    },
    {
      name: 'components-know-no-route',
      comment: 'Components are used by routes, not the other way round.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'lib-knows-no-screen',
      comment: 'lib is the domain: no routes, and no components.',
      severity: 'error',
      from: { path: '^(lib|db)/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'db-knows-env-alone',
      comment: 'The database room knows the settings and the clock, and no domain.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^lib/', pathNot: '^lib/env/' },
    },
    {
      name: 'next-only-on-the-surface',
      comment: 'The web framework is known to app, components and lib/accounts alone.',
      severity: 'error',
      from: { path: '^(lib|db)/', pathNot: '^lib/accounts/' },
      to: { path: '(^|/)node_modules/next/' },
    },
    {
      name: 'verifying-needs-nothing',
      comment: 'Whoever verifies an export has it and a public key: no database, no settings, no secret.',
      severity: 'error',
      from: { path: '^lib/evidence/verify-evidence' },
      to: { path: '^(db/|lib/vault/|lib/env/settings)', reachable: true },
    },
    {
      name: 'nothing-needs-tests',
      comment: 'What is served never imports tests or scripts.',
      severity: 'error',
      from: { path: '^(app|components|lib|db)/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: { path: '^(app|components|lib|db)/' },
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-unresolved',
      comment: 'An import that leads nowhere is judged by no rule.',
      severity: 'error',
      from: { path: '^(app|components|lib|db)/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};

// A small house in which each rule about imports is broken once: what the check must find, or it is asleep.
const rooms =
  'env vault audit clinic tasks jobs accounts guide forms documents scheduling review calendar estimates evidence onboarding notices'.split(
    ' ',
  );
const imports = (...paths) =>
  `${paths.map((path, at) => `import { one as one${at} } from '${path}';`).join('\n')}\nexport const one = [${paths.map((_, at) => `one${at}`)}];\n`;

/** Every room but the last imports from the one after it. */
const backwards = Object.fromEntries(
  rooms.slice(0, -1).map((room, at) => [`lib/${room}/backwards.ts`, imports(`@/lib/${rooms[at + 1]}/plain`)]),
);
const plain = Object.fromEntries(rooms.map((room) => [`lib/${room}/plain.ts`, 'export const one = 1;\n']));

export const plantedFiles = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: { moduleResolution: 'bundler', module: 'esnext', paths: { '@/*': ['./*'] } },
  }),
  'node_modules/next/package.json': '{ "name": "next" }',
  'node_modules/next/headers.js': 'exports.one = 1;\n',
  ...plain,
  ...backwards,
  'db/client.ts': 'export const one = 1;\n',
  'db/climbs.ts': imports('@/lib/clinic/plain'),
  'lib/elsewhere/plain.ts': 'export const one = 1;\n',
  'lib/evidence/verify-evidence.ts': imports('@/db/client'),
  'lib/forms/uses-no-room.ts': imports('@/lib/elsewhere/plain'),
  'lib/forms/uses-next.ts': imports('next/headers'),
  'lib/forms/uses-nothing.ts': imports('@/lib/forms/gone'),
  'lib/forms/uses-screen.ts': imports('@/components/plain'),
  'lib/forms/uses-tests.ts': imports('@/tests/plain'),
  'lib/forms/uses-database.ts': imports('@/db/client'),
  'lib/forms/circle-one.ts': imports('./circle-two'),
  'lib/forms/circle-two.ts': imports('./circle-one'),
  'tests/plain.ts': 'export const one = 1;\n',
  'components/plain.ts': 'export const one = 1;\n',
  'components/uses-database.ts': imports('@/lib/forms/uses-database'),
  'components/uses-route.ts': imports('@/app/guide/[chapter]/plain'),
  'app/uses-database.ts': imports('@/db/client'),
  'app/guide/[chapter]/plain.ts': 'export const one = 1;\n',
  'app/forms/[section]/reaches-across.ts': imports('@/app/guide/[chapter]/plain'),
};

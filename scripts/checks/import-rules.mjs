// Who may import whom, read from the imports themselves; and proof that each rule catches what it forbids.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { inProject, projectFolder } from '../launch/paths.mjs';
import { plantedFiles } from './planted-imports.mjs';

const { forbidden } = createRequire(import.meta.url)(inProject('.dependency-cruiser.cjs'));
const SEEN = ['app', 'components', 'lib', 'db'];

const oneLine = ({ rule, from, to }) => `${from} → ${to}: ${rule}`;

/** What dependency-cruiser finds in that folder, with or without imports of types alone. */
async function cruise(folder, withTypes) {
  const cruiser = inProject('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruiser, ...SEEN, '--config', inProject('.dependency-cruiser.cjs'), '--output-type', 'json'];
  if (withTypes) args.push('--ts-pre-compilation-deps');
  // It fails when it finds something, and says what all the same.
  const said = await new Promise((answer) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (_, out, complaint) =>
      answer(out || complaint),
    );
  });
  if (!said.startsWith('{')) throw new Error(said);
  return JSON.parse(said);
}

/** A route's folder belongs to that route: what two need lies above both, or in components or lib. */
function routesThatReachAcross(modules) {
  const holds = (outer, inner) => inner === outer || inner.startsWith(`${outer}/`);
  return modules
    .filter(({ source }) => source.startsWith('app/'))
    .flatMap(({ source, dependencies }) =>
      dependencies
        .map(({ resolved }) => resolved)
        .filter((to) => to.startsWith('app/'))
        .filter(
          (to) =>
            !holds(posix.dirname(to), posix.dirname(source)) &&
            !holds(posix.dirname(source), posix.dirname(to)),
        )
        .map((to) => ({ rule: 'no-route-reaches-into-another', from: source, to })),
    );
}

/** Components may take a type from anywhere in lib, so their purity is judged with the types left out. */
async function violationsIn(folder) {
  const [all, running] = await Promise.all([cruise(folder, true), cruise(folder, false)]);
  const isPurity = ({ rule }) => rule.name === 'components-are-pure';
  const named = [
    ...all.summary.violations.filter((one) => !isPurity(one)),
    ...running.summary.violations.filter(isPurity),
  ];
  return {
    read: all.modules.filter(({ source }) => SEEN.some((room) => source.startsWith(`${room}/`))).length,
    violations: [
      ...named.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
      ...routesThatReachAcross(all.modules),
    ],
  };
}

/** Rules that let their planted violation through. */
async function rulesThatSleep() {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-imports-'));
  try {
    for (const [path, text] of Object.entries(plantedFiles)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { violations } = await violationsIn(folder);
    const caught = new Set(violations.map(({ rule }) => rule));
    return [...forbidden.map(({ name }) => name), 'no-route-reaches-into-another'].filter(
      (name) => !caught.has(name),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Throws with every forbidden import, one a line. */
export async function checkImportRules() {
  const asleep = await rulesThatSleep();
  if (asleep.length > 0) throw new Error(`These rules let a planted violation through: ${asleep.join(', ')}`);
  const { read, violations } = await violationsIn(projectFolder);
  if (read === 0) throw new Error('No file of app, components, lib or db was read.');
  if (violations.length > 0) throw new Error(violations.map(oneLine).join('\n'));
}

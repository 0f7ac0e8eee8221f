// `npm run verify`: whether everything in an export holds. Needs the file and the public key, and nothing of the clinic's.
import './launch/node-version.mjs';

const { runHere } = await import('./evidence/run-here.mjs');
process.exitCode = await runHere('scripts/evidence/verify.ts', process.argv.slice(2), process.env);

// `npm run evidence`, `checkpoint` and `public-key`: what a clinic keeps, so that anybody can verify later what was signed and what happened.
import './launch/node-version.mjs';

const { evidence } = await import('./evidence/evidence.mjs');
await evidence(process.argv.slice(2));

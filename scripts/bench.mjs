// `npm run bench`: how fast Foyer is on this machine, beside something plain in the same run. `npm run bench -- pages` runs one by name.
import './launch/node-version.mjs';

const { bench } = await import('./bench/bench.mjs');
await bench();

// `npm test`: everything that must hold, on a machine that has only Node and npm; ends with how much does.
import './launch/node-version.mjs';

const { test } = await import('./checks/test.mjs');
await test();

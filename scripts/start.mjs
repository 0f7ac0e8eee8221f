// `npm start`: a running clinic on a machine that has only Node and npm.
import './launch/node-version.mjs';

const { start } = await import('./launch/start.mjs');
await start();

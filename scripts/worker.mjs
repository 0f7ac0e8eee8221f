// `npm run worker`: sends mail and works off the other jobs beside a site that runs, in a process of its own. As many as are wanted.
import './launch/node-version.mjs';

const { work } = await import('./worker/worker.mjs');
await work();

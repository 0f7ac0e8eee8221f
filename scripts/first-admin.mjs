// `npm run first-admin -- ADDRESS`: lets the first admin into a fresh clinic of one's own, and says what to do next.
import './launch/node-version.mjs';

const { onClinic } = await import('./evidence/evidence.mjs');
await onClinic('scripts/first-admin/first-admin.ts', process.argv.slice(2));

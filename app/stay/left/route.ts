// Says how long the session still has, in milliseconds, and makes it no longer by being asked.
import { readRoute } from '@/lib/accounts/read-route';
import { currentSessionLeft } from '@/lib/accounts/require';

export const GET = readRoute(async () =>
  Response.json(await currentSessionLeft(), { headers: { 'Cache-Control': 'no-store' } }),
);

// Says how long the session still has, in milliseconds, and makes it no longer by being asked.
import { currentSessionLeft } from '@/lib/accounts/require';

export async function GET(): Promise<Response> {
  return Response.json(await currentSessionLeft(), { headers: { 'Cache-Control': 'no-store' } });
}

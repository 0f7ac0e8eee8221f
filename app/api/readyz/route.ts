// For whoever sends visitors here: 200 when the site can serve them just now, 503 when it can't.
import { isReady } from '@/lib/jobs/is-ready';

export const dynamic = 'force-dynamic';

export async function GET() {
  const ready = await isReady();
  return Response.json({ ready }, { status: ready ? 200 : 503 });
}

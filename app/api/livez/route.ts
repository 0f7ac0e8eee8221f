// For whoever watches over the process: it runs and answers. Says nothing of the database.
export const dynamic = 'force-dynamic';

export function GET() {
  return Response.json({ live: true });
}

// Inserts what saving a page inserts, for whoever says who they are.
import { bareSaving } from '../../bare-saving.mjs';
import { sql } from '../../sql.mjs';

export async function POST(request) {
  const saving = Object.fromEntries(await request.formData());
  await bareSaving(sql, saving);
  return new Response(null, { status: 303, headers: { Location: '/saved' } });
}

// Inserts what a booking inserts, for whoever says who they are.
import { bareBooking } from '../../bare-booking.mjs';
import { sql } from '../../sql.mjs';

export async function POST(request) {
  const booking = Object.fromEntries(await request.formData());
  const booked = await bareBooking(sql, booking);
  return new Response(null, { status: 303, headers: { Location: booked ? '/booked' : '/taken' } });
}

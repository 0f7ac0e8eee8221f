// Days an admin wants to close or open are checked and kept, and what it would do is shown; nothing is saved.
import { HOLIDAYS_PREVIEW } from '../addresses';
import { holidaysRoute } from '../holidays-route';

// Kept as typed: it is read again by the page that shows it.
export const POST = holidaysRoute(async () => ({ errors: [], to: HOLIDAYS_PREVIEW }));

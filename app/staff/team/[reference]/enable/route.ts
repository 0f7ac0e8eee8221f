// Lets a colleague in again.
import { enableColleague } from '@/lib/review/disable-colleague';
import { actRoute } from '../act-route';

export const POST = actRoute(enableColleague, 'enabled');

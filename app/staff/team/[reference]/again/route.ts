// Sends an invitation once more.
import { inviteColleagueAgain } from '@/lib/review/invite-colleague';
import { actRoute } from '../act-route';

export const POST = actRoute(inviteColleagueAgain, 'again');

// Takes an invitation back whole.
import { takeBackInvitation } from '@/lib/review/invite-colleague';
import { actRoute } from '../act-route';

export const POST = actRoute(takeBackInvitation, 'taken-back', { gone: true });

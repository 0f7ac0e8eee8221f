// Takes a colleague’s every second step away.
import { resetSecondFactor } from '@/lib/review/reset-second-factor';
import { actRoute } from '../act-route';

export const POST = actRoute(resetSecondFactor, 'reset');

// What Resend tells of a mail that it took: that it came back, or that its reader complained.
import { readRoute } from '@/lib/accounts/read-route';
import { settings } from '@/lib/env/settings';
import { answerMailEvent } from '@/lib/notices/answer-mail-event';

export const dynamic = 'force-dynamic';

export const POST = readRoute((request: Request) => answerMailEvent(request, settings.mail.webhookSecret));

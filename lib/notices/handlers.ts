// What each job does, by its name.
import { sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { settings } from '@/lib/env/settings';
import { keepCheckpoint } from '@/lib/evidence/keep-checkpoint';
import { forgetSubmission } from '@/lib/forms/forget-submission';
import { sweepReflections } from '@/lib/guide/sweep-reflections';
import type { Handlers } from '@/lib/jobs/runner';
import { tidyDrafts } from '@/lib/onboarding/tidy-drafts';
import { escalateFlag } from '@/lib/review/escalate-flag';
import { sweepFlags } from '@/lib/review/sweep-flags';
import { watchGoingLive } from '@/lib/review/watch-going-live';
import { offerOpenTimes } from '@/lib/scheduling/offer-open-times';
import { remindAll, remindOf } from '@/lib/scheduling/remind';
import { asAsked } from './as-asked';
import { mailPort } from './mail-port';
import type { MailPort } from './port';
import { rescueNotices } from './rescue-notices';
import { sendNotice } from './send-notice';
import { sweepMailbox } from './sweep-mailbox';
import { sweepNotices } from './sweep-notices';

let port: MailPort | undefined;

export const handlers: Handlers = {
  'notice.send': async ({ noticeId }) => {
    // One port a process: it remembers for how long its provider asked to be left alone.
    port ??= asAsked(mailPort(settings));
    await sendNotice(noticeId, port);
  },
  'submission.forget': forgetSubmission,
  'waitlist.offer': offerOpenTimes,
  'appointment.remind': remindOf,
  'reminders.sweep': async () => {
    await remindAll();
    await tidyDrafts();
  },
  'flag.escalate': async ({ flagId }) => {
    await escalateFlag(flagId);
  },
  'flag.sweep': async () => {
    await sweepFlags();
    if (!settings.demo) await watchGoingLive();
  },
  'sweep.hourly': async () => {
    await sweepAccounts();
    await sweepReflections();
    await rescueNotices();
    await sweepMailbox();
    await sweepNotices();
    await keepCheckpoint();
  },
};

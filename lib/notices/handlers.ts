// What each job does, by its name.
import { sweepAccounts } from '@/lib/accounts/sweep-accounts';
import { settings } from '@/lib/env/settings';
import { keepCheckpoint } from '@/lib/evidence/keep-checkpoint';
import { forgetSubmission } from '@/lib/forms/forget-submission';
import { sweepReflections } from '@/lib/guide/sweep-reflections';
import type { Handlers } from '@/lib/jobs/runner';
import { escalateFlag } from '@/lib/review/escalate-flag';
import { sweepFlags } from '@/lib/review/sweep-flags';
import { watchGoingLive } from '@/lib/review/watch-going-live';
import { offerOpenTimes } from '@/lib/scheduling/offer-open-times';
import { giveUp } from './give-up';
import { mailPort } from './mail-port';
import { sendNotice } from './send-notice';
import { sweepMailbox } from './sweep-mailbox';

export const handlers: Handlers = {
  'notice.send': async ({ noticeId }, { lastTry }) => {
    try {
      await sendNotice(noticeId, mailPort(settings));
    } catch (error) {
      if (lastTry) await giveUp(noticeId);
      throw error;
    }
  },
  'submission.forget': forgetSubmission,
  'waitlist.offer': offerOpenTimes,
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
    await sweepMailbox();
    await keepCheckpoint();
  },
};

// a session idles out, and ends after half a day however it is used; looking at it keeps it no longer, and what was ended stays ended.

import { endSessionOf, leftOf, type Session, sessionOf } from '@/lib/accounts/session';
import { IDLE_MINUTES, LAST_WORDS_HOURS, LONGEST_HOURS } from '@/lib/accounts/session-limits';
import { clock, shiftClock } from '@/lib/env/clock';
import { expect, test } from '../../support/database';
import { aClient, aStaffMember } from '../../support/people';
import { signedIn } from '../../support/sessions';

const MINUTE = 60_000;

let began = 0;
/** It is so many minutes after they signed in, give or take what the machine needs. */
const after = (minutes: number) => shiftClock(began + minutes * MINUTE - Date.now());
/** Minutes that the machine may need between two lines. */
const SLACK = 0.2;
test.afterEach(() => shiftClock(0));

const kinds = { client: () => aClient(), staff: () => aStaffMember('lead') } as const;

for (const kind of ['client', 'staff'] as const) {
  test.describe(`the session of ${kind === 'client' ? 'a client' : 'a member of staff'}`, () => {
    const idle = IDLE_MINUTES[kind];
    let token = '';
    const asked = (): Promise<Session | null> => sessionOf(token);

    test.beforeEach(async () => {
      const actor = await kinds[kind]();
      began = Date.now();
      token = await signedIn(actor);
    });

    test(`A-09 idles out when nobody has used it for ${idle} minutes, and not before`, async () => {
      after(idle - 1);
      expect(await sessionOf(token, { use: false })).toMatchObject({ live: true });
      after(idle + SLACK);
      expect(await asked()).toMatchObject({ live: false });
      expect(await asked(), 'asking does not wake it').toMatchObject({ live: false });
      expect(leftOf(await asked())).toEqual({ idleIn: 0, endsIn: 0 });
    });

    test('A-09 use keeps it; a page that watches the time, asked every half minute, does not', async () => {
      after(idle - 2);
      await asked();
      after(idle + 2);
      expect(await asked(), 'used in between').toMatchObject({ live: true });
      const used = idle + 2;
      for (let watched = used; watched < used + idle; watched += 0.5) {
        after(watched);
        const left = leftOf(await sessionOf(token, { use: false }));
        expect(left.idleIn).toBeLessThanOrEqual((used + idle - watched + SLACK) * MINUTE);
      }
      after(used + idle + SLACK);
      expect(await asked()).toMatchObject({ live: false });
    });

    test(`A-09 ends after ${LONGEST_HOURS} hours, however busily it is used`, async () => {
      const end = LONGEST_HOURS * 60;
      for (let minute = 0; minute < end; minute += idle - 1) {
        after(minute);
        expect(await asked(), `${minute} minutes`).toMatchObject({ live: true });
      }
      after(end - SLACK);
      expect(await asked()).toMatchObject({ live: true });
      after(end + SLACK);
      expect(await asked()).toMatchObject({ live: false });
      // What was typed may still be handed in; then nothing is left of it.
      after(end + LAST_WORDS_HOURS * 60 + SLACK);
      expect(await asked()).toBeNull();
    });

    test('A-08 ended by signing out it is nothing at the next request, not even for what was typed', async () => {
      expect(await asked()).toMatchObject({ live: true });
      await endSessionOf(token, 'signed-out');
      expect(await asked()).toBeNull();
      await endSessionOf(token, 'signed-out');
      expect(await asked()).toBeNull();
    });

    test('A-08 of an account that is disabled it is nothing at the next request', async ({ database }) => {
      const session = await asked();
      await database.ownerSql`update account set disabled_at = ${clock.now()} where id = ${session?.accountId ?? ''}`;
      expect(await asked()).toBeNull();
    });
  });
}

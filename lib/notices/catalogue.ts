// Every mail Foyer sends: whom it goes to, what it is about, and the template that words it. There is no other.
import type { ReactElement } from 'react';
import { AddressCode, type AddressCodeFacts } from './templates/address-code';
import { type AppointmentFacts, AppointmentMail } from './templates/appointment-mail';
import { DraftEnding, type DraftEndingFacts } from './templates/draft-ending';
import { ForStaff } from './templates/for-staff';
import { KeyHolder, type KeyHolderFacts } from './templates/key-holder';
import type { Letter } from './templates/letter';
import { type LetterFacts, LetterForYou } from './templates/letter-for-you';
import { SignInCode, type SignInFacts } from './templates/sign-in-code';
import { SomethingWaits } from './templates/something-waits';

/** What each mail is made from. Nobody's name is among it, and nothing about the visit. */
export type NoticeFacts = {
  'sign-in': SignInFacts;
  'saved-draft': { link: string };
  'forms-due': { link: string };
  'draft-ending': DraftEndingFacts;
  invited: { link: string };
  'appointment-booked': AppointmentFacts;
  'appointment-moved': AppointmentFacts;
  'appointment-cancelled': AppointmentFacts;
  'appointment-reminder': AppointmentFacts;
  'appointment-offered': AppointmentFacts;
  'offer-taken-back': { link: string };
  'submission-received': { link: string };
  'question-for-you': { link: string };
  'estimate-given': { link: string };
  'letter-for-you': LetterFacts;
  'sign-in-changed': { link: string };
  'given-to-you': { link: string };
  'flag-raised': { link: string };
  'flag-late': { link: string };
  'flag-taken-over': { link: string };
  'glass-broken': { link: string };
  'going-live-lapsed': { link: string };
  'staff-invited': { link: string };
  'staff-sign-in-changed': { link: string };
  'staff-sign-in-tried': { link: string };
  'team-changed': { link: string };
  'address-code': AddressCodeFacts;
  'address-taken': KeyHolderFacts;
  'address-left': KeyHolderFacts;
  'address-begun': KeyHolderFacts;
  'recovery-asked': KeyHolderFacts;
  'recovery-waits': KeyHolderFacts;
  'reset-asked': KeyHolderFacts;
  'reset-waits': KeyHolderFacts;
  'reset-done': KeyHolderFacts;
};

export type NoticeKind = keyof NoticeFacts;

type Entry<K extends NoticeKind> = {
  /**
   * `asker`: the address typed at sign-in. `staff`: the member named, else whoever is on call. `old-address` and
   * `new-address`: those of the change of address it is about.
   */
  to: 'asker' | 'client' | 'staff' | 'old-address' | 'new-address';
  /**
   * The permission it needs (`lib/notices/may-mail.ts`). A code somebody asked for, what staff must see, and what
   * guards somebody's own way in need none, nor does the invitation somebody asked for on the phone.
   */
  needs: 'nothing' | 'appointments' | 'forms' | 'signIn';
  template: (props: { facts: NoticeFacts[K]; kind: K } & Letter) => ReactElement;
};

/** The subject of each stands in the message catalogue under its kind, in at most 60 characters. */
export const catalogue: { [K in NoticeKind]: Entry<K> } = {
  'sign-in': { to: 'asker', needs: 'nothing', template: SignInCode },
  'saved-draft': { to: 'client', needs: 'forms', template: SomethingWaits },
  'forms-due': { to: 'client', needs: 'forms', template: SomethingWaits },
  'draft-ending': { to: 'client', needs: 'forms', template: DraftEnding },
  // They asked for it on the phone, and nothing was asked of them yet.
  invited: { to: 'client', needs: 'nothing', template: SomethingWaits },
  'appointment-booked': { to: 'client', needs: 'appointments', template: AppointmentMail },
  'appointment-moved': { to: 'client', needs: 'appointments', template: AppointmentMail },
  'appointment-cancelled': { to: 'client', needs: 'appointments', template: AppointmentMail },
  'appointment-reminder': { to: 'client', needs: 'appointments', template: AppointmentMail },
  'appointment-offered': { to: 'client', needs: 'appointments', template: AppointmentMail },
  'offer-taken-back': { to: 'client', needs: 'appointments', template: SomethingWaits },
  'submission-received': { to: 'client', needs: 'forms', template: SomethingWaits },
  'question-for-you': { to: 'client', needs: 'forms', template: SomethingWaits },
  'estimate-given': { to: 'client', needs: 'forms', template: SomethingWaits },
  'letter-for-you': { to: 'client', needs: 'forms', template: LetterForYou },
  'sign-in-changed': { to: 'client', needs: 'signIn', template: SomethingWaits },
  'given-to-you': { to: 'staff', needs: 'nothing', template: ForStaff },
  'flag-raised': { to: 'staff', needs: 'nothing', template: ForStaff },
  'flag-taken-over': { to: 'staff', needs: 'nothing', template: ForStaff },
  'flag-late': { to: 'staff', needs: 'nothing', template: ForStaff },
  'glass-broken': { to: 'staff', needs: 'nothing', template: ForStaff },
  'going-live-lapsed': { to: 'staff', needs: 'nothing', template: ForStaff },
  'staff-invited': { to: 'staff', needs: 'nothing', template: ForStaff },
  'staff-sign-in-changed': { to: 'staff', needs: 'nothing', template: ForStaff },
  'staff-sign-in-tried': { to: 'staff', needs: 'nothing', template: ForStaff },
  'team-changed': { to: 'staff', needs: 'nothing', template: ForStaff },
  'address-code': { to: 'new-address', needs: 'nothing', template: AddressCode },
  'address-taken': { to: 'new-address', needs: 'nothing', template: KeyHolder },
  'address-left': { to: 'old-address', needs: 'nothing', template: KeyHolder },
  'address-begun': { to: 'new-address', needs: 'nothing', template: KeyHolder },
  'recovery-asked': { to: 'old-address', needs: 'nothing', template: KeyHolder },
  'recovery-waits': { to: 'new-address', needs: 'nothing', template: KeyHolder },
  'reset-asked': { to: 'old-address', needs: 'nothing', template: KeyHolder },
  'reset-waits': { to: 'new-address', needs: 'nothing', template: KeyHolder },
  'reset-done': { to: 'new-address', needs: 'nothing', template: KeyHolder },
};

export const NOTICE_KINDS = Object.keys(catalogue) as NoticeKind[];

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(catalogue, kind);

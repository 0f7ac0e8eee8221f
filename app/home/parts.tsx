// What stands at home once it is there: the appointment, the receipt, the copies of what was signed.
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { SupportFacts } from '@/lib/forms/support-facts';
import type { Home } from '@/lib/onboarding/home';
import { dayInWords, instantInWords } from '@/lib/scheduling/time-in-words';

export function AppointmentPart({ appointment }: { appointment: NonNullable<Home['appointment']> }) {
  const t = useTranslations('home');
  const locale = useLocale();
  return (
    <section aria-labelledby="appointment" className="rounded-soft border border-line bg-surface p-5">
      <h2 id="appointment">{t('appointment.heading')}</h2>
      <p className="mt-2 font-semibold">{instantInWords(appointment.startsAt, appointment.zone, locale)}</p>
      {appointment.movedFrom && (
        <p>
          {t('appointment.moved', { from: instantInWords(appointment.movedFrom, appointment.zone, locale) })}
        </p>
      )}
      <p>{t('appointment.with', { name: appointment.clinicianName })}</p>
      <p>
        {appointment.format === 'video'
          ? t('appointment.video')
          : t('appointment.in-person', { address: appointment.address })}
      </p>
      <p className="mt-3">
        <ButtonLink href="/schedule/booked" kind="secondary">
          {t('appointment.see')}
        </ButtonLink>
      </p>
    </section>
  );
}

/** The time they had: a mail that may not name it says that it stands here. */
/** `over`: their way here has ended, so there is no other time to choose. */
export function CancelledPart({
  cancelled,
  over,
}: {
  cancelled: NonNullable<Home['cancelled']>;
  over: boolean;
}) {
  const t = useTranslations('home.cancelled');
  const locale = useLocale();
  return (
    <section aria-labelledby="cancelled" className="rounded-soft border border-line bg-surface p-5">
      <h2 id="cancelled">{t('heading')}</h2>
      <p className="mt-2">{instantInWords(cancelled.startsAt, cancelled.zone, locale)}</p>
      <p>{t('with', { name: cancelled.clinicianName })}</p>
      {!over && <p>{t('says')}</p>}
    </section>
  );
}

export function SentPart({ reference }: { reference: string | null }) {
  const t = useTranslations('home');
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{t('sent.heading')}</h2>
      {reference && <p className="mt-2">{t('sent.reference', { reference })}</p>}
      <p>{t('sent.whatNext')}</p>
      <p>
        <a href="/forms/sent" className="inline-flex min-h-(--target) items-center">
          {t('sent.see')}
        </a>
      </p>
      <p>
        <a href="/forms/check" className="inline-flex min-h-(--target) items-center">
          {t('sent.correct')}
        </a>
      </p>
    </section>
  );
}

/** A clinician asked for more: it stands first, and says no more than that. */
export function AskedNotice() {
  const t = useTranslations('home.request');
  return (
    <Notice kind="info" title={t('title')}>
      <p>{t('waits')}</p>
      <p>
        <ButtonLink href="/home/asked">{t('see')}</ButtonLink>
      </p>
    </Notice>
  );
}

/** The way to delete what was begun and never sent. */
export function DeleteDraftPart() {
  const t = useTranslations('home.deleteDraft');
  return (
    <section aria-labelledby="delete-draft">
      <h2 id="delete-draft">{t('title')}</h2>
      <p className="mt-2">
        <a href="/home/delete-draft" className="inline-flex min-h-(--target) items-center">
          {t('see')}
        </a>
      </p>
    </section>
  );
}

export function DraftDeleted({ butSign }: { butSign: boolean }) {
  const t = useTranslations('home.deleteDraft');
  return (
    <div role="status">
      <Notice kind="info">{t(butSign ? 'doneButSign' : 'done')}</Notice>
    </div>
  );
}

/** New messages stand out; read ones stay where they were. */
export function MessagesNotice({ messages: { unread, all } }: { messages: Home['messages'] }) {
  const t = useTranslations('home.messages');
  if (unread === 0) return null;
  return (
    <Notice kind="info" title={t('new', { unread })}>
      <p>
        <a href="/home/messages">{t('see', { all })}</a>
      </p>
    </Notice>
  );
}

/** Somebody here was told something that worries us: who reads over a shoulder learns no more than that they hear from us. */
export function HearFromUs({ facts: { seen, by, until, zone } }: { facts: SupportFacts }) {
  const t = useTranslations('home.hear');
  const locale = useLocale();
  const how = t(`by.${by}`);
  return (
    <Notice kind="quiet" title={t('title')}>
      <p>
        {seen
          ? t('seen')
          : until
            ? t('until', { how, when: instantInWords(until, zone, locale) })
            : t('soon', { how })}
      </p>
      <p>
        <a href="/support" className="inline-flex min-h-(--target) items-center">
          {t('see')}
        </a>
      </p>
    </Notice>
  );
}

/** For a little while after signing: that it is done, and where the copy is. */
export function JustSigned({ signed: { slug, title } }: { signed: NonNullable<Home['justSigned']> }) {
  const t = useTranslations('home.signed');
  return (
    <Notice kind="info" title={t('title', { title })}>
      <p>{t.rich('says', { copy: (words) => <a href={`/documents/${slug}/copy`}>{words}</a> })}</p>
    </Notice>
  );
}

/** How they may be reached, theirs to change at any time; and what was written to them. */
export function ReachPart({ messages: { all } }: { messages: Home['messages'] }) {
  const t = useTranslations('home');
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{t('reach.heading')}</h2>
      <ul className="mt-2 list-none ps-0">
        <li>
          <a href="/home/reach" className="inline-flex min-h-(--target) items-center">
            {t('reach.see')}
          </a>
        </li>
        <li>
          <a href="/home/messages" className="inline-flex min-h-(--target) items-center">
            {all > 0 ? t('messages.see', { all }) : t('messages.heading')}
          </a>
        </li>
      </ul>
    </section>
  );
}

/** The way to what they keep of the guide. */
export function NotesPart({ count }: { count: number }) {
  const t = useTranslations('home');
  if (count === 0) return null;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('notes.heading')}</h2>
      <p className="mt-2">
        <a href="/home/reflections" className="inline-flex min-h-(--target) items-center">
          {t('notes.see', { count })}
        </a>
      </p>
    </section>
  );
}

/** How they get in, and the address they get in with. */
export function GettingInPart() {
  const t = useTranslations('home.gettingIn');
  const link = 'inline-flex min-h-(--target) items-center';
  return (
    <section aria-labelledby="getting-in">
      <h2 id="getting-in">{t('heading')}</h2>
      <ul className="mt-2 flex list-none flex-col items-start ps-0">
        <li>
          <a href="/home/getting-in" className={link}>
            {t('keys')}
          </a>
        </li>
        <li>
          <a href="/home/address" className={link}>
            {t('address')}
          </a>
        </li>
      </ul>
    </section>
  );
}

export function CopiesPart({ copies }: { copies: Home['copies'] }) {
  const t = useTranslations('home');
  const locale = useLocale();
  if (copies.length === 0) return null;
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">{t('copies.heading')}</h2>
      <ul className="@container mt-2 max-w-line list-none divide-y divide-line border-y border-line ps-0">
        {copies.map(({ slug, title, signedAt, withdrawn, zone }) => (
          <li
            key={slug}
            className="flex flex-col items-start justify-between gap-x-4 py-2 @sm:flex-row @sm:items-center"
          >
            <a href={`/documents/${slug}/copy`} className="inline-flex min-h-(--target) items-center">
              {title}
            </a>
            <span className="shrink-0 text-small text-ink-soft">
              {withdrawn
                ? t('copies.withdrawn', { date: dayInWords(signedAt, zone, locale, true) })
                : dayInWords(signedAt, zone, locale, true)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** After they said no to video: another way to meet, and nobody asks them to say yes again. */
export function MeetOtherwise({ sent, phone }: { sent: boolean; phone: string }) {
  const t = useTranslations('home.noVideo');
  const call = (words: ReactNode) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{words}</a>;
  return (
    <Notice kind="info" title={t('title')}>
      <p>{t.rich('call', { phone, call })}</p>
      {!sent && (
        <p>
          <ButtonLink href="/forms/1/format" kind="secondary">
            {t('inPerson')}
          </ButtonLink>
        </p>
      )}
    </Notice>
  );
}

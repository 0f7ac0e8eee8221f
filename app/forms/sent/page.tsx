// What was sent is there: its reference, and what happens next, with dates.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientPage } from '@/components/client-page';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { sentForms } from '@/lib/forms/sent-forms';
import { ownAppointment } from '@/lib/scheduling/own-appointment';
import { dayInWords, instantInWords } from '@/lib/scheduling/time-in-words';
import { ownTimeRequest } from '@/lib/scheduling/time-request';
import { ownWaitlist } from '@/lib/scheduling/waitlist-of';
import { requireFormsOpen } from '../guard';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forms.sent');
  return { title: t('title') };
}

export default async function SentPage() {
  const { actor } = await requireFormsOpen('/forms/sent');
  const sent = await sentForms(actor);
  if (!sent) redirect('/home');
  const appointment = await ownAppointment(actor);
  const request = await ownTimeRequest(actor);
  const waits = (await ownWaitlist(actor)) !== null;
  const [t, locale] = await Promise.all([getTranslations('forms.sent'), getLocale()]);
  const b = (words: ReactNode) => <strong>{words}</strong>;
  return (
    <ClientPage signedIn>
      <h1>{t('heading')}</h1>
      <p className="text-lead">
        {t('reference')} <strong className="font-heading tracking-wide tabular-nums">{sent.reference}</strong>
      </p>
      <section>
        <h2>{t('next')}</h2>
        <ul className="flex list-disc flex-col gap-2 ps-5">
          <li>
            {sent.readBy && (!appointment || sent.readBy < appointment.startsAt)
              ? t.rich('read', { b, date: dayInWords(sent.readBy, sent.zone, locale) })
              : t('readSoon')}
          </li>
          <li>{t('questions')}</li>
          <li>
            {appointment
              ? t.rich('meet', {
                  b,
                  name: appointment.clinicianName,
                  date: instantInWords(appointment.startsAt, appointment.zone, locale),
                })
              : request && !request.done
                ? t.rich('bookAwaited', { b, date: dayInWords(request.dueAt, sent.zone, locale) })
                : t(waits ? 'bookWaits' : 'book')}
          </li>
        </ul>
      </section>
      <section>
        <h2>{t('keep')}</h2>
        <p className="max-w-line">{t('keepSays')}</p>
        <ButtonRow>
          <ButtonLink href="/forms/check" kind="secondary">
            {t('copy')}
          </ButtonLink>
          <ButtonLink href="/forms/sent/copy.pdf" kind="secondary">
            {t('pdf')}
          </ButtonLink>
        </ButtonRow>
      </section>
      <p>{t.rich('urgent', { help: (words) => <a href="/urgent-help">{words}</a> })}</p>
      <ButtonRow>
        <ButtonLink href="/home">{t('home')}</ButtonLink>
      </ButtonRow>
    </ClientPage>
  );
}

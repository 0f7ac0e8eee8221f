// The letter to somebody who can't be taken on: its words, where else they could go, help for now, and whom to ask.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ClientPage } from '@/components/client-page';
import { LetterView } from '@/components/letter-view';
import { ReachClinic } from '@/components/reach-clinic';
import { ButtonLink } from '@/components/ui/button';
import { requireClient } from '@/lib/accounts/require';
import { readLetter } from '@/lib/review/read-letter';
import { dayInWords } from '@/lib/scheduling/time-in-words';

const load = cache(async () => {
  const { actor } = await requireClient();
  const letter = await readLetter(actor);
  // There is none, or it was taken back: home says how things stand.
  if (!letter) redirect('/home');
  return letter;
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('endings.letter'))('title') };
}

export default async function LetterPage() {
  const letter = await load();
  const [t, home, locale] = await Promise.all([
    getTranslations('endings.letter'),
    getTranslations('home'),
    getLocale(),
  ]);
  const { appointment, clinic, zone } = letter;
  const time = appointment && { ...appointment, with: appointment.clinicianName };
  return (
    <ClientPage back={{ href: '/home', label: home('title') }} signedIn>
      <h1>{t('title')}</h1>
      <p className="text-ink-soft">
        {dayInWords(letter.writtenAt, zone, locale, true)}
        <span className="block">{t('from', { name: letter.from, clinic: clinic.name })}</span>
      </p>
      <LetterView letter={{ ...letter, time }} />
      <section aria-labelledby="question">
        <h2 id="question">{t('question')}</h2>
        <p className="mt-2 max-w-line">{t('questionSays')}</p>
        <ReachClinic clinic={clinic} />
      </section>
      <section aria-labelledby="keep" className="no-print">
        <h2 id="keep">{t('keep')}</h2>
        <p className="mt-2">
          <ButtonLink href="/home/letter/copy.pdf" kind="secondary">
            {t('pdf')}
          </ButtonLink>
        </p>
        <p className="mt-2 max-w-line text-small text-ink-soft">{t('pdfNote')}</p>
      </section>
    </ClientPage>
  );
}

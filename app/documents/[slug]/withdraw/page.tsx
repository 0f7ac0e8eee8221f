// What follows from taking back a signature, said plainly before it is done; the second press does it.

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import { loadWithdrawal } from './load-withdrawal';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadWithdrawal((await params).slug);
  return { title: (await getTranslations('documents.withdraw'))('title') };
}

export default async function WithdrawPage({ params }: Props) {
  const { slug, title, signedAt, round, accountId, clinic, appointment } = await loadWithdrawal(
    (await params).slug,
  );
  const [t, locale] = [await getTranslations('documents.withdraw'), await getLocale()];
  const follows: string[] = t.raw(`list.${slug}`);
  const here = `/documents/${slug}`;
  return (
    <ClientPage back={{ href: here, label: t('no') }} caption={t('caption')} signedIn>
      <h1>{t('heading', { title })}</h1>
      <p>{t('signedOn', { when: instantInWords(signedAt, clinic.zone, locale) })}</p>
      <section aria-labelledby="follows">
        <h2 id="follows">{t('follows')}</h2>
        <ul className="flex max-w-line list-disc flex-col gap-2 ps-5 marker:text-dusk">
          {follows.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {appointment && (
        <Notice kind="info" title={t('appointment.title')}>
          <p>
            {t.rich('appointment.body', {
              when: instantInWords(appointment.startsAt, appointment.zone, locale),
              phone: clinic.phone,
              call: (number) => <a href={`tel:${clinic.phone.replace(/[^\d+]/g, '')}`}>{number}</a>,
              cancel: (words) => <a href="/schedule/cancel">{words}</a>,
            })}
          </p>
        </Notice>
      )}
      <p className="max-w-line">{t('after')}</p>
      <form method="post" action={`${here}/withdraw/confirm`}>
        <MadeFor />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="round" value={round} />
        <ButtonRow>
          <Button kind="secondary">{t('yes')}</Button>
          <ButtonLink kind="quiet" href={here}>
            {t('no')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </ClientPage>
  );
}

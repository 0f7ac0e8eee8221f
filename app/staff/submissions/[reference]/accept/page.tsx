// Accepting somebody, before it is done: what it changes, what the client hears of it, and what is still open.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Bullets } from '@/components/ui/bullets';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireStaff } from '@/lib/accounts/require';
import { fileToDecide } from '@/lib/review/file-to-decide';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import { acceptPage, pageOf } from '../addresses';

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('endings.accept'))('title') };
}

export default async function AcceptPage({ params }: Props) {
  const { actor, staff } = await requireStaff('clinician', 'lead');
  const file = await fileToDecide(actor, (await params).reference, 'accept');
  if (!file) notFound();
  const [t, words, status, locale] = await Promise.all([
    getTranslations('endings.accept'),
    getTranslations('endings.decline'),
    getTranslations('staff.status'),
    getLocale(),
  ]);
  const back = pageOf(file.reference);
  const happens = [
    t('status'),
    t('told'),
    ...file.times.map(({ startsAt, with: name }) =>
      t('time', { when: instantInWords(startsAt, file.clinic.zone, locale), name }),
    ),
    ...(file.times.length === 0 ? [t(file.waits ? 'waits' : 'noTime')] : []),
    t('next'),
  ];
  const open = [
    ...(file.flagsOpen > 0 ? [t('flags', { count: file.flagsOpen })] : []),
    ...(file.unread > 0 ? [t('unread', { count: file.unread })] : []),
  ];
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <BackLink href={back}>{t('back')}</BackLink>
      <h1>{t('title')}</h1>
      {!file.open ? (
        <Notice kind="info">{t('notNow', { status: status(file.status) })}</Notice>
      ) : file.redNotSeen ? (
        <Notice kind="urgent">
          <p>{t('red')}</p>
          <p>
            <a href={back}>{words('toFile')}</a>
          </p>
        </Notice>
      ) : (
        <form method="post" action={`${acceptPage(file.reference)}/confirm`} className="flow max-w-line">
          <p>{t('lead', { name: file.name ?? words('noName') })}</p>
          <Bullets items={happens} />
          {open.length > 0 ? (
            <Notice kind="info" title={t('open')}>
              <Bullets items={open} />
            </Notice>
          ) : (
            <p>{t('nothingOpen')}</p>
          )}
          <ButtonRow>
            <Button>{t('button')}</Button>
            <ButtonLink kind="secondary" href={back}>
              {t('not')}
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
    </StaffPage>
  );
}

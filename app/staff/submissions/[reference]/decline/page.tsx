// A clinician writes the letter to somebody who can't be taken on, and chooses where else they could go.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { pageOf } from '../addresses';
import { sayErrors } from './errors';
import { LetterForm } from './letter-form';
import { loadDecline } from './load-decline';

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { draft } = await loadDecline((await params).reference);
  const [t, common] = [await getTranslations('endings.decline'), await getTranslations('common')];
  return { title: sayErrors(draft, t).length > 0 ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function DeclinePage({ params }: Props) {
  const { staff, file, draft } = await loadDecline((await params).reference);
  const [t, status] = [await getTranslations('endings.decline'), await getTranslations('staff.status')];
  const errors = sayErrors(draft, t);
  const back = pageOf(file.reference);
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <BackLink href={back}>{t('back')}</BackLink>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      <h1>{t('title')}</h1>
      {!file.open ? (
        <Notice kind="info">{t('notNow', { status: status(file.status) })}</Notice>
      ) : file.redNotSeen ? (
        <Notice kind="urgent">
          <p>{t('red')}</p>
          <p>
            <a href={back}>{t('toFile')}</a>
          </p>
        </Notice>
      ) : (
        <>
          <p className="max-w-line">{t('lead', { name: file.name ?? t('noName') })}</p>
          <LetterForm file={file} draft={draft} errors={errors} roles={staff.roles} />
        </>
      )}
    </StaffPage>
  );
}

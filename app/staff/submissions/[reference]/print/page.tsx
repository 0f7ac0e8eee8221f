// Before a file goes on paper: what of it, asked each time; safety and notes only where they are ticked.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button, ButtonRow } from '@/components/ui/button';
import { Checkboxes } from '@/components/ui/choices';
import { ErrorSummary } from '@/components/ui/error-summary';
import { requireFreshStaff } from '@/lib/accounts/require';
import { fileToChooseFrom } from '@/lib/review/file-to-print';
import { sectionsToChoose } from '@/lib/review/print-choice';
import { pageOf } from '../addresses';
import { sheetFile, sheetPage } from './addresses';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const PARTS = ['summary', 'documents', 'appointment'] as const;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, common] = [await getTranslations('print'), await getTranslations('common')];
  const failed = (await searchParams).problem === 'nothing-chosen';
  return { title: failed ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function PrintPage({ params, searchParams }: Props) {
  const { actor, staff } = await requireFreshStaff();
  const found = (await fileToChooseFrom(actor, (await params).reference)) ?? notFound();
  const { reference, clinical } = found;
  const t = await getTranslations('print');
  const error = (await searchParams).problem === 'nothing-chosen' ? t('nothing-chosen') : undefined;
  const sections = sectionsToChoose(clinical);
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <BackLink href={pageOf(reference)}>{t('back', { reference })}</BackLink>
      <ErrorSummary errors={error ? [{ href: '#part', message: error }] : []} />
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <form method="get" action={sheetPage(reference)} className="flow max-w-line">
        <Checkboxes
          name="part"
          legend={t('parts')}
          error={error}
          values={PARTS}
          options={PARTS.map((part) => ({ value: part, label: t(`part.${part}`) }))}
        />
        <Checkboxes
          name="section"
          legend={t('sections')}
          values={sections.map(({ number }) => number)}
          options={sections.map(({ number, title }) => ({
            value: number,
            label: t('section', { number, title }),
          }))}
        />
        <Checkboxes
          name="also"
          legend={t('more')}
          options={[
            ...(clinical ? [{ value: 'notes', label: t('notes'), hint: t('notesHint') }] : []),
            { value: 'safety', label: t('safety'), hint: t(clinical ? 'safetyHint' : 'safetyHintDesk') },
          ]}
        />
        <p className="text-ink-soft">{t('never')}</p>
        <ButtonRow>
          <Button>{t('print')}</Button>
          <Button kind="secondary" formAction={sheetFile(reference)}>
            {t('pdf')}
          </Button>
        </ButtonRow>
      </form>
    </StaffPage>
  );
}

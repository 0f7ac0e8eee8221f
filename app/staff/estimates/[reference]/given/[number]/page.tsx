// An estimate as it was given, for staff.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EstimateView } from '@/components/estimate-view';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/when';
import { estimatePage } from '../../../addresses';
import { loadEstimates } from '../../load-estimates';

type Props = { params: Promise<{ reference: string; number: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('estimates.given'))('title') };
}

export default async function GivenPage({ params }: Props) {
  const { reference, number } = await params;
  const { file, staff } = await loadEstimates(reference);
  const given = file.given.find((one) => String(one.number) === number) ?? notFound();
  const t = await getTranslations('estimates');
  const name = given.contents?.client.name ?? t('file.noName');
  return (
    <StaffPage active="estimates" who={staff.name} roles={staff.roles}>
      <BackLink href={estimatePage(file.reference)}>{t('given.back')}</BackLink>
      <h1>{t('given.heading', { number: given.number, name })}</h1>
      <p>
        {t.rich('submission.given', { when: () => <When at={given.givenAt} zone={file.zone} /> })}
        {', '}
        {given.givenBy}
      </p>
      {given.contents && !given.holds && <Notice kind="urgent">{t('copy.broken')}</Notice>}
      {!file.clinical && <Notice kind="quiet">{t('given.codeHidden')}</Notice>}
      {given.contents ? (
        <div className="flow max-w-[44rem] rounded-soft border border-line bg-surface p-5">
          <EstimateView contents={given.contents} diagnosis={given.diagnosis} />
        </div>
      ) : (
        <p>{t('given.erased')}</p>
      )}
    </StaffPage>
  );
}

// The estimates that are owed, by when, and those given lately.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { Notice } from '@/components/ui/notice';
import { requireStaff } from '@/lib/accounts/require';
import { listEstimates } from '@/lib/estimates/open-estimates';
import { GivenTable, OpenTable } from './tables';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('estimates.list'))('title') };
}

export default async function EstimatesPage() {
  const { actor, staff } = await requireStaff();
  const lists = await listEstimates(actor);
  const t = await getTranslations('estimates.list');
  return (
    <StaffPage active="estimates" who={staff.name} roles={staff.roles}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <section aria-labelledby="open" className="flow min-w-0">
        <h2 id="open">{t('open')}</h2>
        {lists.open.length > 0 ? (
          <OpenTable {...lists} />
        ) : (
          <Notice kind="quiet" title={t('none')}>
            <p>{t('noneNext')}</p>
          </Notice>
        )}
      </section>
      {lists.given.length > 0 && (
        <section aria-labelledby="recent" className="flow min-w-0">
          <h2 id="recent">{t('recent')}</h2>
          <GivenTable {...lists} />
        </section>
      )}
    </StaffPage>
  );
}

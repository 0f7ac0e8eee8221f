// Recoveries: what a colleague has to agree to, who waits to get back in, who stopped one, and where a new one is started.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { readRecoveries } from '@/lib/review/recoveries';
import { MAY_SEE, mayStart } from '@/lib/review/recovery';
import { SEARCH_FORM } from './addresses';
import { FoundTable, RecoveryTable } from './tables';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recoveries.list');
  return { title: t('title') };
}

type Search = { searchParams: Promise<{ found?: string }> };

export default async function RecoveriesPage({ searchParams }: Search) {
  const { actor, staff } = await requireStaff(...MAY_SEE);
  const { found } = await searchParams;
  const starts = mayStart(actor);
  const words = found && starts ? (await formDraft(actor, SEARCH_FORM))?.values.words?.[0] : undefined;
  const recoveries = (await readRecoveries(actor, words)) ?? notFound();
  const t = await getTranslations('recoveries.list');
  return (
    <StaffPage active="recoveries" who={staff.name} roles={staff.roles}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {starts && (
        <section aria-labelledby="start" className="flow min-w-0">
          <h2 id="start">{t('search')}</h2>
          <search>
            <form method="post" action="/staff/recoveries/find" className="flex flex-wrap items-end gap-3">
              <TextField
                name="words"
                label={t('searchLabel')}
                defaultValue={words}
                size="medium"
                autoComplete="off"
                spellCheck={false}
              />
              <Button kind="secondary">{t('find')}</Button>
            </form>
          </search>
          {recoveries.found && words !== undefined && (
            <>
              <p role="status" className="max-w-line">
                {t('found', { count: recoveries.found.length, words })}
              </p>
              {recoveries.found.length > 0 && <FoundTable people={recoveries.found} />}
            </>
          )}
        </section>
      )}
      <section aria-labelledby="recent" className="flow min-w-0">
        <h2 id="recent">{t('recent')}</h2>
        {recoveries.rows.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <RecoveryTable rows={recoveries.rows} zone={recoveries.zone} />
        )}
      </section>
    </StaffPage>
  );
}

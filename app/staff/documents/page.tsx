// The clinic's documents: which version counts, who has signed it, and what is being written.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { Notice } from '@/components/ui/notice';
import { requireStaff } from '@/lib/accounts/require';
import { documentsForStaff } from '@/lib/documents/documents-for-staff';
import { mayEdit } from '@/lib/documents/may-edit';
import { DocumentsTable } from './documents-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffDocuments.list');
  return { title: t('title') };
}

export default async function DocumentsPage() {
  const { actor, staff } = await requireStaff();
  const { rows, zone } = await documentsForStaff(actor);
  const t = await getTranslations('staffDocuments.list');
  return (
    <StaffPage active="documents" who={staff.name} roles={staff.roles}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {rows.length > 0 ? (
        <>
          <DocumentsTable rows={rows} zone={zone} withDrafts={mayEdit(actor)} />
          <p className="max-w-line text-ink-soft">{t('people')}</p>
        </>
      ) : (
        <Notice kind="info" title={t('none')}>
          <p>{t(mayEdit(actor) ? 'noneNext' : 'noneByAdmin')}</p>
          {mayEdit(actor) && (
            <p>
              <a href="/staff/settings/going-live#documents">{t('publish')}</a>
            </p>
          )}
        </Notice>
      )}
      {mayEdit(actor) && <Notice kind="quiet">{t('lawyer')}</Notice>}
    </StaffPage>
  );
}

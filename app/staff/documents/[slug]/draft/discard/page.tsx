// Asks once more before a draft is thrown away.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { When } from '@/components/when';
import { discardPage, documentPage, draftPage } from '../../../addresses';
import { loadDraft } from '../load-draft';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffDocuments.discard');
  return { title: t('browserTitle') };
}

export default async function DiscardPage({ params }: Props) {
  const { staff, slug, draft, current, zone } = await loadDraft((await params).slug);
  if (!draft) redirect(documentPage(slug));
  const t = await getTranslations('staffDocuments');
  return (
    <StaffPage active="documents" who={staff.name} roles={staff.roles}>
      <BackLink href={draftPage(slug)}>{t('publish.back')}</BackLink>
      <h1>{t('discard.title', { title: current.title })}</h1>
      <p className="max-w-line">{t('discard.lead', { version: draft.baseVersion })}</p>
      <p>
        {t.rich('discard.by', {
          name: draft.changedBy,
          when: () => <When at={draft.changedAt} zone={zone} />,
        })}
      </p>
      <form method="post" action={`${discardPage(slug)}/confirm`}>
        <input type="hidden" name="revision" value={draft.revision} />
        <ButtonRow>
          <Button kind="danger">{t('discard.yes')}</Button>
          <ButtonLink href={draftPage(slug)} kind="secondary">
            {t('discard.no')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </StaffPage>
  );
}

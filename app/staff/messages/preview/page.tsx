// Every mail there is, word for word, for staff who want to know what clients get.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FilterChoice } from '@/components/filter-choice';
import { MailPreview } from '@/components/mail-preview';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { requireStaff } from '@/lib/accounts/require';
import { previewsForStaff } from '@/lib/notices/previews';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail.preview'))('staffTitle') };
}

type Search = { searchParams: Promise<{ inbox?: string }> };

export default async function MailPreviewPage({ searchParams }: Search) {
  const { actor, staff } = await requireStaff();
  const own = (await searchParams).inbox !== 'shared';
  const [t, sent, { from, mails }] = await Promise.all([
    getTranslations('mail.preview'),
    getTranslations('mail.sent'),
    previewsForStaff(actor, own),
  ]);
  return (
    <StaffPage active="mail" who={staff.name} roles={staff.roles}>
      <BackLink href="/staff/messages">{sent('title')}</BackLink>
      <h1>{t('staffTitle')}</h1>
      <p className="max-w-line">{t('staffLead')}</p>
      <p className="wrap-anywhere">{t('from', { from })}</p>
      <nav aria-label={t('inbox')} className="flex flex-wrap gap-1">
        <FilterChoice href="/staff/messages/preview" chosen={own}>
          {t('ownInbox')}
        </FilterChoice>
        <FilterChoice href="/staff/messages/preview?inbox=shared" chosen={!own}>
          {t('sharedInbox')}
        </FilterChoice>
      </nav>
      <h2 className="sr-only">{t('would')}</h2>
      {mails.map((mail) => (
        <MailPreview key={mail.kind} mail={mail} />
      ))}
    </StaffPage>
  );
}

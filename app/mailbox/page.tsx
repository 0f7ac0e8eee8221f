// The demo's mailbox: every mail that would have gone out, newest first, and the codes of the made-up staff.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ButtonLink } from '@/components/ui/button';
import { demoSecondFactors } from '@/lib/notices/demo-second-factors';
import { localMailbox } from '@/lib/notices/local-mailbox';
import { MailboxLetter } from './mailbox-letter';
import { StaffCodes } from './staff-codes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices');
  return { title: t('mailbox.title') };
}

export default async function MailboxPage() {
  const [t, messages, codes] = await Promise.all([
    getTranslations('notices'),
    localMailbox(),
    demoSecondFactors(),
  ]);
  if (!messages || !codes) notFound();
  return (
    <ClientPage width="wide">
      <h1>{t('mailbox.title')}</h1>
      <p className="max-w-line text-lead">{t('mailbox.lead')}</p>
      <div className="grid items-start gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="mails" className="flow min-w-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h2 id="mails">{t('mailbox.mails', { count: messages.length })}</h2>
            {codes.length > 0 && (
              <a href="#codes" className="inline-flex min-h-(--target) items-center lg:hidden">
                {t('codes.title')}
              </a>
            )}
            <ButtonLink href="/mailbox" kind="secondary">
              {t('mailbox.again')}
            </ButtonLink>
          </div>
          {messages.length === 0 && <p>{t('mailbox.empty')}</p>}
          {messages.map((message) => (
            <MailboxLetter key={message.id} message={message} />
          ))}
        </section>
        {codes.length > 0 && <StaffCodes codes={codes} />}
      </div>
    </ClientPage>
  );
}

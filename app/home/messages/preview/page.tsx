// Every mail we would send this client, and those we would not, by what they chose: word for word.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MailPreview } from '@/components/mail-preview';
import { Notice } from '@/components/ui/notice';
import { requireClient } from '@/lib/accounts/require';
import { previewsForClient } from '@/lib/notices/previews';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail.preview'))('title') };
}

export default async function HowWeWritePage() {
  const { actor } = await requireClient();
  const [t, home, { from, ownInbox, mails }] = await Promise.all([
    getTranslations('mail.preview'),
    getTranslations('home.messages'),
    previewsForClient(actor),
  ]);
  const would = mails.filter(({ not }) => not === null);
  const wouldNot = mails.filter(({ not }) => not !== null);
  return (
    <ClientPage back={{ href: '/home/messages', label: home('title') }} signedIn>
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('lead')}</p>
      <p className="wrap-anywhere">{t('from', { from })}</p>
      <p>{t(ownInbox ? 'own' : 'shared')}</p>
      <p>{t.rich('change', { a: (words) => <a href="/home/reach">{words}</a> })}</p>
      {wouldNot.some(({ not }) => not === 'unwanted') && <Notice kind="info">{t('unwanted')}</Notice>}
      <h2>{t('would')}</h2>
      <p>{t('wouldLead')}</p>
      {would.map((mail) => (
        <MailPreview key={mail.kind} mail={mail} />
      ))}
      {wouldNot.length > 0 && (
        <>
          <h2>{t('wouldNot')}</h2>
          <p>{t('wouldNotLead')}</p>
          {wouldNot.map((mail) => (
            <MailPreview key={mail.kind} mail={mail} />
          ))}
        </>
      )}
    </ClientPage>
  );
}

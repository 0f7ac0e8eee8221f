// One mail as its reader would see it, closed until it is asked for: its subject, and every word of it.
import { useTranslations } from 'next-intl';
import type { Preview } from '@/lib/notices/previews';
import { Details } from './ui/details';

export function MailPreview({ mail: { kind, subject, text } }: { mail: Preview }) {
  const t = useTranslations('mail');
  return (
    <Details summary={t(`kind.${kind}`)}>
      <p className="font-semibold">{t('preview.subject', { subject })}</p>
      <p className="wrap-anywhere whitespace-pre-line">{text.trim()}</p>
    </Details>
  );
}

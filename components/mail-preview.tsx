// One mail as its reader would see it: its subject, and every word of it.
import { useTranslations } from 'next-intl';
import type { Preview } from '@/lib/notices/previews';

export function MailPreview({ mail: { kind, subject, text } }: { mail: Preview }) {
  const t = useTranslations('mail');
  return (
    <section
      aria-labelledby={`mail-${kind}`}
      className="keep-together max-w-line rounded-soft border border-line bg-surface px-5 py-4"
    >
      <h3 id={`mail-${kind}`}>{t(`kind.${kind}`)}</h3>
      <p className="mt-1 font-semibold">{t('preview.subject', { subject })}</p>
      <p className="mt-2 wrap-anywhere whitespace-pre-line">{text.trim()}</p>
    </section>
  );
}

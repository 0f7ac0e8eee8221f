// What this client signed before: it stands, or the text has changed since.
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DocumentKind, DocumentSlug } from '@/lib/documents/document-text';
import { instantInWords } from '@/lib/scheduling/time-in-words';

type Earlier = { slug: DocumentSlug; signedAt: Date; zone: string };

export function AlreadySigned({ slug, kind, signedAt, zone }: Earlier & { kind: DocumentKind }) {
  const t = useTranslations('documents');
  const when = instantInWords(signedAt, zone, useLocale());
  return (
    <>
      <Notice kind="info" title={t(`signed.title.${kind}`)}>
        <p>{t('signed.when', { when })}</p>
        <p>
          <a href={`/documents/${slug}/copy`}>{t('signed.copy')}</a>
        </p>
      </Notice>
      <ButtonRow>
        <ButtonLink href="/home">{t('signed.continue')}</ButtonLink>
      </ButtonRow>
    </>
  );
}

export function ChangedSince({ slug, signedAt, zone }: Earlier) {
  const t = useTranslations('documents');
  const when = instantInWords(signedAt, zone, useLocale());
  return (
    <Notice kind="info" title={t('again.title')}>
      <p>{t('again.body', { when })}</p>
      <p>
        <a href={`/documents/${slug}/copy`}>{t('again.copy')}</a>
      </p>
    </Notice>
  );
}

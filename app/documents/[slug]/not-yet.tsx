// Why this document can't be signed just now, and the way to what comes first.
import { useTranslations } from 'next-intl';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { signInPathFor } from '@/lib/accounts/require';
import type { DocumentToSign } from '@/lib/documents/document-to-sign';

type Refusal = NonNullable<DocumentToSign['refusal']>;

export function NotYet({ refusal, slug }: { refusal: Refusal; slug: string }) {
  const t = useTranslations('documents');
  const first: Record<Refusal, string> = {
    'first-questions': '/forms/1/1',
    'electronic-records': '/documents/electronic-records',
    'does-not-apply': '/home',
    'no-account': signInPathFor(`/documents/${slug}`),
  };
  const comesFirst = refusal === 'first-questions' || refusal === 'electronic-records';
  return (
    <>
      <Notice kind="info" title={comesFirst ? t('notYet.title') : undefined}>
        <p>{t(`notYet.${refusal}`)}</p>
      </Notice>
      <ButtonRow>
        <ButtonLink href={first[refusal]}>{t(`goFirst.${refusal}`)}</ButtonLink>
      </ButtonRow>
    </>
  );
}

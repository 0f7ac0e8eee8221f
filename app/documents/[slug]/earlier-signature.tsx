// What this client signed before: it stands, the text has changed since, or they withdrew it.
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { DocumentKind, DocumentSlug } from '@/lib/documents/document-text';
import type { Signed } from '@/lib/documents/signatures';
import { instantInWords } from '@/lib/scheduling/time-in-words';

type Earlier = { slug: DocumentSlug; kind: DocumentKind; signed: Signed; zone: string };

/** Each standing has its own words; all of them lead to the copy. */
export function EarlierSignature(earlier: Earlier) {
  switch (earlier.signed.standing) {
    case 'holds':
    case 'holds-with-notice':
      return <AlreadySigned {...earlier} />;
    case 'withdrawn':
      return <WithdrawnBefore {...earlier} />;
    default:
      return <ChangedSince {...earlier} standing={earlier.signed.standing} />;
  }
}

function AlreadySigned({ slug, kind, signed, zone }: Earlier) {
  const t = useTranslations('documents');
  const when = instantInWords(signed.signedAt, zone, useLocale());
  return (
    <>
      <Notice kind="info" title={t(`signed.title.${kind}`)}>
        <p>{t('signed.when', { when })}</p>
        {signed.standing === 'holds-with-notice' && <p>{t('signed.smallChange')}</p>}
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

function ChangedSince({
  slug,
  kind,
  signed,
  zone,
  standing,
}: Earlier & { standing: 'again-first' | 'again-before-session' }) {
  const t = useTranslations('documents');
  const when = instantInWords(signed.signedAt, zone, useLocale());
  return (
    <Notice kind="info" title={t('again.title')}>
      <p>
        {t(`again.when.${kind}`, { when })} {t(`again.why.${standing}`)}
      </p>
      {standing === 'again-first' && <p>{t('again.kept')}</p>}
      <p>
        <a href={`/documents/${slug}/copy`}>{t('again.copy')}</a>
      </p>
    </Notice>
  );
}

function WithdrawnBefore({ slug, signed, zone }: Earlier) {
  const t = useTranslations('documents');
  const when = instantInWords(signed.signedAt, zone, useLocale());
  return (
    <Notice kind="info" title={t('withdrawn.title')}>
      <p>{t('withdrawn.body', { when })}</p>
      {slug === 'video' && (
        <p>{t.rich('withdrawn.otherwise', { a: (words) => <a href="/home">{words}</a> })}</p>
      )}
      <p>{t('withdrawn.again')}</p>
      <p>
        <a href={`/documents/${slug}/copy`}>{t('withdrawn.copy')}</a>
      </p>
      <p>
        <a href="/home">{t('withdrawn.home')}</a>
      </p>
    </Notice>
  );
}

/** The way out of what was signed, at the end of its page: never hidden, never in the way. */
export function ChangeYourMind({ slug }: { slug: DocumentSlug }) {
  const t = useTranslations('documents.signed');
  return (
    <section aria-labelledby="change-your-mind">
      <h2 id="change-your-mind" className="text-h3">
        {t('withdraw')}
      </h2>
      <p className="mt-2 max-w-line">{t('withdrawText')}</p>
      <p className="mt-2">
        <a href={`/documents/${slug}/withdraw`} className="inline-flex min-h-(--target) items-center">
          {t('withdrawLink')}
        </a>
      </p>
    </section>
  );
}

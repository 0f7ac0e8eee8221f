// The copy of a document put into words: the same on the client's page, on that of staff, and in the PDF file.
import type { getTranslations } from 'next-intl/server';
import { partsOf } from '@/lib/documents/published-text';
import type { SignedCopy } from '@/lib/documents/signed-copy';
import { instantInWords } from '@/lib/scheduling/time-in-words';

type Words = Awaited<ReturnType<typeof getTranslations<'documents'>>>;

/** Every field of the record, with its name. `zone` is spelled out. */
export function recordRows(
  t: Words,
  { record, personal, seal, holds }: SignedCopy,
  zone: string,
  locale: string,
) {
  const { document, signedIn, commitments } = record;
  const at = (instant: string, where = zone) => instantInWords(new Date(instant), where, locale);
  const kept = (value: string | undefined) => value ?? t('copy.unread');
  const by = signedIn.by === 'link' ? 'link' : 'code';
  return [
    { label: t('copy.rows.document'), value: t('copy.documentValue', document) },
    ...(commitments.typedName ? [{ label: t('copy.rows.name'), value: kept(personal?.typedName) }] : []),
    { label: t('copy.rows.time'), value: at(record.signedAt) },
    { label: t('copy.rows.utc'), value: `${at(record.signedAt, 'UTC')} · ${record.signedAt}` },
    { label: t('copy.rows.account'), value: record.account },
    { label: t('copy.rows.signedIn'), value: t(`copy.by.${by}`, { when: at(signedIn.at) }) },
    ...(signedIn.secondKey
      ? [{ label: t('copy.rows.secondKey'), value: t('copy.secondKey', { by: signedIn.secondKey }) }]
      : []),
    ...(record.sampleOpened ? [{ label: t('copy.rows.sample'), value: t('copy.sampleOpened') }] : []),
    { label: t('copy.rows.ip'), value: kept(personal?.ip) },
    { label: t('copy.rows.userAgent'), value: kept(personal?.userAgent) },
    { label: t('copy.rows.sha256'), value: document.sha256 },
    { label: t('copy.rows.id'), value: record.id },
    ...(record.withdraws ? [{ label: t('copy.rows.withdraws'), value: record.withdraws }] : []),
    { label: t('copy.rows.key'), value: record.keyId },
    { label: t('copy.rows.seal'), value: seal },
    { label: t('copy.rows.check'), value: holds ? t('copy.holds') : t('copy.broken') },
  ];
}

export const copyTitle = (t: Words, { record }: SignedCopy, title: string) =>
  t(record.kind === 'withdrawal' ? 'copy.withdrawnTitle' : 'copy.title', { title });

export const copyLead = (t: Words, { record }: SignedCopy) =>
  t(record.kind === 'withdrawal' ? 'copy.withdrawnLead' : 'copy.lead');

/** The words beside each box, and whether it was ticked. A withdrawal has no boxes. */
export function boxLines(t: Words, { version, record }: SignedCopy): string[] {
  if (record.kind === 'withdrawal') return [];
  return partsOf(version).boxes.map(({ id, label }) =>
    record.boxesTicked.includes(id) ? label : t('copy.notTicked', { label }),
  );
}

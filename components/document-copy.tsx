// The copy of a document with its record, as its client has it: the text, what was ticked, and every field of the seal.
import { useLocale, useTranslations } from 'next-intl';
import { partsOf } from '@/lib/documents/published-text';
import type { SignedCopy } from '@/lib/documents/signed-copy';
import { boxLines, recordRows } from './copy-words';
import { DocumentMarkdown } from './document-markdown';
import { InShort } from './in-short';
import { OtherCopies } from './other-copies';
import { ButtonLink, ButtonRow } from './ui/button';
import { Notice } from './ui/notice';
import { Prose } from './ui/prose';
import { SummaryList } from './ui/summary-list';

/** `zone`: whose clock tells when. `path`: the address of the one with that number, as a page and as a file. */
export function DocumentCopy({
  copy,
  zone,
  path,
}: {
  copy: SignedCopy;
  zone: string;
  path: (number: number, file?: 'copy.pdf') => string;
}) {
  const t = useTranslations('documents');
  const rows = recordRows(t, copy, zone, useLocale());
  const boxes = boxLines(t, copy);
  return (
    <>
      {!copy.holds && <Notice kind="urgent">{t('copy.broken')}</Notice>}
      <ButtonRow>
        <ButtonLink href={path(copy.number, 'copy.pdf')} kind="secondary">
          {t('copy.pdf')}
        </ButtonLink>
      </ButtonRow>
      <InShort lines={partsOf(copy.version).summary} />
      <Prose>
        <DocumentMarkdown text={copy.version.body} />
      </Prose>
      {boxes.length > 0 && (
        <section aria-labelledby="boxes">
          <h2 id="boxes">{t('copy.boxes')}</h2>
          <ul className="flex max-w-line list-disc flex-col gap-2 ps-5 marker:text-dusk">
            {boxes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="record">
        <h2 id="record">{t('copy.record')}</h2>
        <div className="wrap-anywhere">
          <SummaryList rows={rows} />
        </div>
      </section>
      <OtherCopies copy={copy} zone={zone} path={path} />
    </>
  );
}

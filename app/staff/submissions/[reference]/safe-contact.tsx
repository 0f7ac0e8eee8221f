// The banner before every member of staff: how this person may be reached, and whom nobody must ever contact about them.
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { saidIn, textOf } from './words';

/** In the order in which somebody in a hurry needs them. */
const ASKED = ['A4', 'J5', 'A1', 'A2', 'A3', 'A5', 'A9', 'A10', 'A8', 'A8-us', 'A8-ca', 'A8-gb', 'A8-au'];

export function SafeContact({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.safety');
  const never = textOf(file.answers.get('A7'));
  return (
    <section aria-labelledby="safety">
      <div className="flow keep-together rounded-soft border border-line bg-sunk px-5 py-4">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 id="safety">{t('title')}</h2>
          <Warnings file={file} />
        </div>
        {never && (
          <Notice kind="urgent" title={t('never')}>
            <p className="whitespace-pre-line">{never}</p>
          </Notice>
        )}
        <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
          {ASKED.map((id) => {
            const said = saidIn(file, id);
            return (
              said && (
                <div key={id}>
                  <dt className="text-small text-ink-soft">{said.label}</dt>
                  <dd className="whitespace-pre-line">{said.lines.join('\n')}</dd>
                </div>
              )
            );
          })}
        </dl>
      </div>
    </section>
  );
}

function Warnings({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.safety');
  const inbox = textOf(file.answers.get('A1'));
  return (
    <>
      {textOf(file.answers.get('D7')) === 'no' && <Tag tone="amber">{t('unknowing')}</Tag>}
      {inbox !== null && inbox !== 'only-me' && <Tag tone="amber">{t('shared')}</Tag>}
      {saidIn(file, 'A2') && !saidIn(file, 'A3') && <Tag tone="amber">{t('noPhone')}</Tag>}
    </>
  );
}

// The banner before every member of staff: how this person may be reached, and whom nobody must ever contact about them.
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { saidIn, textOf } from './words';

/** In the order in which somebody in a hurry needs them. */
const ASKED = ['J5', 'A1', 'A2', 'A3', 'A5', 'A9', 'A10', 'A8', 'A8-us', 'A8-ca', 'A8-gb', 'A8-au'];

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
        {file.silent && (
          <Notice kind="urgent" title={t('silent')}>
            <p>{t('silentText')}</p>
          </Notice>
        )}
        {textOf(file.answers.get('D7')) === 'no' && (
          <Notice kind="urgent" title={t('unknowing')}>
            <p>{t('unknowingText')}</p>
            <Changed file={file} id="D7" />
          </Notice>
        )}
        {never && (
          <Notice kind="urgent" title={t('never')}>
            <p className="whitespace-pre-line">{never}</p>
            <Changed file={file} id="A7" />
          </Notice>
        )}
        {!file.silent && <Ways reach={file.reach} />}
        {!file.silent && file.email && <p className="wrap-anywhere">{t('email', { email: file.email })}</p>}
        <dl className="grid gap-x-8 gap-y-3 @min-[34rem]:grid-cols-2 @min-[50rem]:grid-cols-3 @min-[66rem]:grid-cols-4">
          {ASKED.map((id) => {
            const said = saidIn(file, id);
            return (
              said && (
                <div key={id}>
                  <dt className="text-small text-ink-soft">{said.label}</dt>
                  <dd className="whitespace-pre-line">
                    {said.lines.join('\n')}
                    {isClash(file, id) && <span className="block font-semibold">{t('notAllowed')}</span>}
                    <Changed file={file} id={id} />
                  </dd>
                </div>
              )
            );
          })}
        </dl>
      </div>
    </section>
  );
}

const isClash = ({ reach }: SubmissionFile, id: string) => reach.clashes.some((each) => each === id);

/** One truth: the safest way that is permitted, whatever else was named. */
function Ways({ reach: { usual, worried, clashes } }: Pick<SubmissionFile, 'reach'>) {
  const t = useTranslations('staff.submission.safety');
  return (
    <p className="text-[1.15em] font-semibold">
      {t('usual', { way: usual })} {worried && worried !== usual && t('worried', { way: worried })}
      {clashes.includes('A4') && <span className="block text-base font-normal">{t('namedOther')}</span>}
    </p>
  );
}

/** Changed since they sent: what was written down elsewhere may be out of date. */
function Changed({ file, id }: { file: SubmissionFile; id: string }) {
  const t = useTranslations('staff.submission.sections');
  const given = file.answers.get(id);
  if (!given || !file.submittedAt || given.answeredAt <= file.submittedAt) return null;
  return (
    <span className="block text-small text-ink-soft">
      {t.rich('changed', { when: () => <When at={given.answeredAt} zone={file.zone} /> })}
    </span>
  );
}

function saysNobody(file: SubmissionFile): boolean {
  const value = file.answers.get('A9')?.value;
  return typeof value === 'object' && !Array.isArray(value) && value.who === 'nobody';
}

function Warnings({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.safety');
  const { changedAt } = file.reach;
  const inbox = textOf(file.answers.get('A1'));
  return (
    <>
      {inbox !== null && inbox !== 'only-me' && <Tag tone="amber">{t('shared')}</Tag>}
      {changedAt && (
        <Tag tone="amber">
          {t.rich('changedAt', { when: () => <When at={changedAt} zone={file.zone} /> })}
        </Tag>
      )}
      {saysNobody(file) && <Tag tone="amber">{t('nobody')}</Tag>}
      {saidIn(file, 'A2') && !saidIn(file, 'A3') && <Tag tone="amber">{t('noPhone')}</Tag>}
    </>
  );
}

// What this client changed since they first sent their forms: as it was, as it is, and when.
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import type { InWords } from '@/lib/forms/answer-in-words';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { MarkRead } from './mark-read';

export function ChangedSince({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.changedSince');
  const { changed, unread, reference, zone } = file;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{t('title')}</h2>
      <p className="text-ink-soft">{t('lead')}</p>
      <dl className="border-t border-line">
        {changed.map(({ id, name, sent, since }) => (
          <div
            key={id}
            className="keep-together grid gap-x-6 gap-y-2 border-b border-line py-3 lg:grid-cols-[1fr_3fr]"
          >
            <dt className="font-semibold">{name}</dt>
            <dd className="flex min-w-0 flex-col gap-2">
              <Version label={t('then')}>{sent ? <Said said={sent} /> : t('notPart')}</Version>
              {since.map((version) => (
                <Version key={version.at.getTime()} label={<When at={version.at} zone={zone} />}>
                  <Said said={version} />
                </Version>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <MarkRead
        reference={reference}
        unread={unread.filter(({ kind }) => kind === 'correction')}
        label={t('read')}
      />
    </section>
  );
}

function Version({ label, children }: { label: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span className="text-small text-ink-soft">{label}</span>
      <span className="whitespace-pre-line wrap-anywhere">{children}</span>
    </div>
  );
}

function Said({ said: { state, lines } }: { said: InWords }) {
  const t = useTranslations('staff.submission.sections.state');
  return state === 'answered' ? lines.join('\n') : <Tag tone="neutral">{t(state)}</Tag>;
}

// The danger signs, before anything else: the exact answer, since when, and what has been done about it.
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { FormDrafts } from '@/lib/accounts/form-draft';
import type { FlagWithAnswer, SubmissionFile } from '@/lib/review/submission-file';
import { FlagActs } from '../../flag-acts';
import { flagPlace } from '../../flag-addresses';
import { FlagAnswer, nameOfFlag } from '../../flag-answer';
import { FlagStory } from '../../flag-story';

type Given = { file: SubmissionFile; drafts: FormDrafts };
/** `next` = the one to see to first. */
type GivenFlag = Given & { flag: FlagWithAnswer; next: boolean };

export function Flags({ file, drafts }: Given) {
  const t = useTranslations('flags');
  const next = file.flags.find(({ acknowledged }) => !acknowledged);
  return (
    <section aria-labelledby="flags">
      <h2 id="flags">{t('title')}</h2>
      <ul className="flex list-none flex-col gap-3">
        {file.flags.map((flag) => (
          <li
            key={flag.id}
            id={flagPlace(flag.id)}
            className={`scroll-mt-24 keep-together rounded-soft bg-surface px-5 py-4 ${edge(flag)}`}
          >
            <Flag flag={flag} file={file} drafts={drafts} next={flag === next} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function edge({ closed, level }: FlagWithAnswer): string {
  if (closed) return 'border border-line';
  return level === 'amber' ? 'border-2 border-warn' : 'border-2 border-danger';
}

function Flag({ flag, file, drafts, next }: GivenFlag) {
  const t = useTranslations('flags.state');
  const level = useTranslations('staff.flag.level');
  const tone = flag.closed ? 'neutral' : flag.level === 'amber' ? 'amber' : 'red';
  const { zone, readerId, reference } = file;
  const name = flag.shut ? t('shutTitle') : nameOfFlag(flag);
  return (
    <div className="grid grid-cols-1 gap-x-8 gap-y-3 @min-[52rem]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex flex-col items-start gap-1">
        <Tag tone={tone}>{level(flag.level)}</Tag>
        <FlagAnswer flag={flag} zone={zone} />
      </div>
      <div className="flex min-w-0 flex-col items-start gap-2 [&>details]:w-full">
        <FlagStory flag={flag} zone={zone} readerId={readerId} />
        <FlagActs {...{ flag, reference, name, zone, readerId, drafts, next }} />
      </div>
    </div>
  );
}

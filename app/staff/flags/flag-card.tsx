// One danger sign in the list: what was answered, when and to which question; how its person may be reached; what to do.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import type { FormDrafts } from '@/lib/accounts/form-draft';
import type { FlagRow } from '@/lib/review/flag-rows';
import { FlagActs } from '../flag-acts';
import { FlagAnswer, nameOfFlag } from '../flag-answer';
import { FlagStory } from '../flag-story';

type Given = {
  row: FlagRow;
  zone: string;
  readerId: string;
  back: string;
  drafts: FormDrafts;
  next: boolean;
};

export function FlagCard({ row, zone, readerId, back, drafts, next }: Given) {
  const { flag, reference } = row;
  const t = useTranslations('flags.state');
  const name = flag.shut ? t('shutTitle') : nameOfFlag(flag);
  const edge = flag.level === 'amber' ? 'border-2 border-warn' : 'border-2 border-danger';
  return (
    <article
      aria-labelledby={`who-${flag.id}`}
      className={`keep-together rounded-soft bg-surface px-5 py-4 ${flag.closed ? 'border border-line' : edge}`}
    >
      <Head row={row} />
      <div className="mt-2 grid grid-cols-1 gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flow">
          <FlagAnswer flag={flag} zone={zone} />
          <Reach row={row} />
        </div>
        <div className="flex min-w-0 flex-col items-start gap-2 [&>details]:w-full">
          <FlagStory flag={flag} zone={zone} readerId={readerId} />
          <FlagActs {...{ flag, reference, name, zone, readerId, back, drafts, next }} />
        </div>
      </div>
    </article>
  );
}

function Head({ row: { flag, reference, initials, name, unsent } }: { row: FlagRow }) {
  const t = useTranslations('flags');
  const level = useTranslations('staff.flag.level');
  const tone = flag.closed ? 'neutral' : flag.level === 'amber' ? 'amber' : 'red';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Tag tone={tone}>{level(flag.level)}</Tag>
      {flag.late && <Tag tone="red">{t('state.lateTag')}</Tag>}
      {flag.escalations.length > 0 && !flag.acknowledged && <Tag tone="red">{t('state.escalatedTag')}</Tag>}
      <h2 id={`who-${flag.id}`} className="tracking-wide">
        {name === null ? t('who') : initials}
      </h2>
      {unsent && <Tag tone="neutral">{t('unsent')}</Tag>}
      <a
        data-list-item
        href={`/staff/submissions/${reference}#flag-${flag.id}`}
        className="inline-flex min-h-(--target) items-center font-semibold"
      >
        {t('open')}
        <span className="sr-only">
          {' '}
          {t('openHidden', { who: name === null ? t('who') : initials, reference })}
        </span>
      </a>
    </div>
  );
}

/** The one way that is permitted comes first, and whom nobody must contact; the rest is there for who needs it. */
function Reach({ row: { flag, name, person, worried, email, mailIsShared, unsent } }: { row: FlagRow }) {
  const t = useTranslations('flags');
  const shared = useTranslations('staff.submission.safety');
  return (
    <div className="flow">
      {person.silent && (
        <Notice kind="urgent" title={t('silent')}>
          <p>{t('silentText')}</p>
        </Notice>
      )}
      {person.never && (
        <Notice kind="urgent" title={t('never')}>
          <p className="whitespace-pre-line wrap-anywhere">{person.never}</p>
        </Notice>
      )}
      {worried && <p className="text-[1.15em] font-semibold">{t('worried', { way: worried })}</p>}
      {email && mailIsShared && <Tag tone="amber">{shared('shared')}</Tag>}
      {email && <p className="wrap-anywhere">{t('email', { email })}</p>}
      <Details summary={t('reach')} open={!flag.acknowledged && flag.level !== 'amber'}>
        {name !== null && <p className="font-semibold wrap-anywhere">{name}</p>}
        <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
          {person.contact.map(({ id, label, lines }) => (
            <div key={id}>
              <dt className="text-small text-ink-soft">{label}</dt>
              <dd className="whitespace-pre-line wrap-anywhere">{lines.join('\n')}</dd>
            </div>
          ))}
        </dl>
        {unsent && <p className="text-ink-soft">{t('unsentText')}</p>}
      </Details>
    </div>
  );
}

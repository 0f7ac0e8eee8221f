// One question or withdrawal: what it says, by when it is due, and how this person may safely be reached.
import { useTranslations } from 'next-intl';
import { Reaching } from '@/components/reaching';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import { defaultTexts } from '@/lib/documents/default-texts';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { ANSWERED_BY, answeredByField } from '@/lib/review/answered-by';
import type { FromClient } from '@/lib/review/from-clients';

/** `wrong`: it was marked as answered without saying how. */
type Given = { item: FromClient; zone: string; mayWrite: boolean; wrong: boolean };

export function FromClientItem({ item, zone, mayWrite, wrong }: Given) {
  const t = useTranslations('staff.questions');
  const { kind, about, gone, name, late, dueAt, meetsAt, reference, theirs } = item;
  const who = name ?? t('noName');
  const at = (instant: Date) => () => <When at={instant} zone={zone} />;
  const may = kind === 'withdrawal' || about !== null || gone;
  return (
    <div className="flow">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2>{who}</h2>
        <Tag tone={kind === 'withdrawal' ? 'amber' : 'todo'}>{t(`kind.${kind}`)}</Tag>
        {late && <Tag tone="red">{t('late')}</Tag>}
        <span className="text-ink-soft">{t.rich('due', { when: at(dueAt) })}</span>
      </div>
      {about && (
        <p className="text-ink-soft">
          {t.rich(SAYS[kind], { document: nameOf(about.slug), when: at(about.at) })}
        </p>
      )}
      {about?.text && <p className="max-w-line whitespace-pre-line wrap-anywhere">{about.text}</p>}
      {gone && <p className="text-ink-soft">{t('gone')}</p>}
      {!theirs && <p className="text-ink-soft">{t('notTheirs')}</p>}
      {theirs && !may && (
        <p className="text-ink-soft">{t(kind === 'question' ? 'hidden' : 'hiddenAnswer')}</p>
      )}
      {meetsAt && <p>{t.rich('meets', { when: at(meetsAt) })}</p>}
      <Reaching person={item} />
      {theirs && may && <Done item={item} who={who} wrong={wrong} />}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {reference && mayWrite && (
          <a href={`/staff/submissions/${reference}?write=yes#messages`}>
            {t('write')}
            <span className="sr-only"> {t('writeHidden', { who })}</span>
          </a>
        )}
        {reference && (
          <a href={`/staff/submissions/${reference}${PLACES[kind]}`}>
            {t('see')}
            <span className="sr-only"> {t('seeHidden', { who })}</span>
          </a>
        )}
      </div>
    </div>
  );
}

/** Where on the submission's page it stands. */
const PLACES = { question: '', withdrawal: '', correction: '#changed', information: '#asked' } as const;

const SAYS = {
  question: 'about',
  withdrawal: 'withdrew',
  correction: 'corrected',
  information: 'gave',
} as const;

const nameOf = (slug: string | null): string =>
  slug && isDocumentSlug(slug) ? defaultTexts[slug].title : (slug ?? '');

/** A question is not answered by saying so: how it was answered is asked, and told to whoever asked it. */
function Done({ item: { kind, taskId, gone }, who, wrong }: Pick<Given, 'item' | 'wrong'> & { who: string }) {
  const t = useTranslations('staff.questions');
  return (
    <form method="post" action="/staff/questions/done" noValidate className="flow">
      <input type="hidden" name="task" value={taskId} />
      {kind === 'question' && !gone && (
        <Radios
          name={answeredByField(taskId)}
          legend={t('by')}
          hint={t('byHint')}
          error={wrong ? t('byMissing') : undefined}
          options={ANSWERED_BY.map((value) => ({ value, label: t(`answeredBy.${value}`) }))}
        />
      )}
      <Button kind="secondary">
        {t(`done.${gone ? 'withdrawal' : kind}`)}
        <span className="sr-only"> {t(`doneHidden.${kind}`, { who })}</span>
      </Button>
    </form>
  );
}

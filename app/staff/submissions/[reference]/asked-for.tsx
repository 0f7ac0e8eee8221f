// What this client was asked for and what came back; and, while the review goes on, the form to ask for more.
import { useTranslations } from 'next-intl';
import { TypedForm } from '@/components/typed-form';
import { Button } from '@/components/ui/button';
import { Checkboxes } from '@/components/ui/choices';
import { Details } from '@/components/ui/details';
import { Tag } from '@/components/ui/tag';
import { TextArea } from '@/components/ui/text-area';
import { When } from '@/components/when';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { newId } from '@/lib/env/ids';
import { questionNamed } from '@/lib/forms/definition';
import type { InformationRequest } from '@/lib/review/information-requests';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { LONGEST_MESSAGE } from '@/lib/review/write-message';
import { askedIn, pageOf } from './addresses';
import { MarkRead } from './mark-read';
import { errorOf } from './problems';

export function AskedFor({ file, draft }: { file: SubmissionFile; draft: FormDraft | null }) {
  const t = useTranslations('staff.submission.asked');
  const asks = file.changes.includes('ask-for-more');
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{t('title')}</h2>
      <Untold file={file} />
      <ul className="flex list-none flex-col gap-3 ps-0">
        {file.requests.map((request) => (
          <li key={request.id} className="keep-together rounded-soft border border-line bg-surface px-5 py-4">
            <Request request={request} zone={file.zone} />
          </li>
        ))}
      </ul>
      <MarkRead
        reference={file.reference}
        unread={file.unread.filter(({ kind }) => kind === 'information')}
        label={t('read')}
      />
      {file.changes.includes('go-on-without') && (
        <form method="post" action={`${pageOf(file.reference)}/go-on-without`} className="no-print mt-3">
          <Button kind="secondary">{t('goOn')}</Button>
        </form>
      )}
      {asks && <Ask file={file} draft={draft} />}
    </section>
  );
}

/** No mail may tell them: it is somebody's to do, and said once it is done. */
function Untold({ file: { askUntold, reference, zone, mayWrite } }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.asked');
  if (!askUntold) return null;
  return (
    <form
      method="post"
      action={`${pageOf(reference)}/ask-told`}
      className="flow no-print mb-3 rounded-soft border-2 border-warn bg-surface px-5 py-4"
    >
      <p className="font-semibold">{t.rich('untold', { when: () => <When at={askUntold} zone={zone} /> })}</p>
      {mayWrite && <Button kind="secondary">{t('told')}</Button>}
    </form>
  );
}

function Request({ request, zone }: { request: InformationRequest; zone: string }) {
  const t = useTranslations('staff.submission.asked');
  const { message, questions, from, askedAt, endedAt, endedBy, reply } = request;
  return (
    <>
      <p className="whitespace-pre-line wrap-anywhere">{message}</p>
      {questions.length > 0 && (
        <p className="mt-2">{t('questions', { names: questions.map(nameOf).join(', ') })}</p>
      )}
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-soft">
        <span>{t.rich('by', { name: from, when: () => <When at={askedAt} zone={zone} /> })}</span>
        {endedAt ? (
          <span>
            {t.rich(`ended.${endedBy ?? 'client'}`, { when: () => <When at={endedAt} zone={zone} /> })}
          </span>
        ) : (
          <Tag tone="amber">{t('open')}</Tag>
        )}
      </p>
      {reply && (
        <>
          <h3 className="mt-3">{t('reply')}</h3>
          <p className="whitespace-pre-line wrap-anywhere">{reply}</p>
        </>
      )}
    </>
  );
}

const nameOf = (id: string) => questionNamed(id)?.short ?? id;

function Ask({ file, draft }: { file: SubmissionFile; draft: FormDraft | null }) {
  const t = useTranslations('staff.submission');
  const chosenIn = (section: string) => draft?.values[askedIn(section)] ?? [];
  return (
    <Details summary={t('asked.ask')} open={draft !== null}>
      <TypedForm
        action={`${pageOf(file.reference)}/ask-for-more`}
        draft={draft}
        button={<Button kind="secondary">{t('asked.send')}</Button>}
      >
        <input type="hidden" name="token" value={newId()} />
        <TextArea
          name="ask"
          label={t('asked.label')}
          hint={t('asked.hint')}
          error={errorOf(draft, 'ask', t)}
          defaultValue={draft?.values.ask?.[0]}
          rows={4}
          maxLength={LONGEST_MESSAGE}
        />
        {file.askable.map(({ number, title, questions }) => (
          <Details
            key={number}
            summary={t('asked.from', { number, title })}
            open={chosenIn(number).length > 0}
          >
            <Checkboxes
              name={askedIn(number)}
              legend={t('asked.which', { title })}
              values={chosenIn(number)}
              options={questions.map(({ id, short }) => ({ value: id, label: short }))}
            />
          </Details>
        ))}
      </TypedForm>
    </Details>
  );
}

// What was written to this person on the site, whether they read it, and a box to write more.
import { useTranslations } from 'next-intl';
import { TypedForm } from '@/components/typed-form';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Tag } from '@/components/ui/tag';
import { TextArea } from '@/components/ui/text-area';
import { When } from '@/components/when';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { newId } from '@/lib/env/ids';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { LONGEST_MESSAGE } from '@/lib/review/write-message';
import { pageOf } from './addresses';
import { errorOf } from './problems';

/** `writes`: they came here to write. */
type Given = { file: SubmissionFile; draft: FormDraft | null; writes: boolean };

export function Messages({ file, draft, writes }: Given) {
  const t = useTranslations('staff.submission');
  const { messages, zone } = file;
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">{t('messages.title')}</h2>
      {messages.length === 0 && <p>{t(file.clinical ? 'messages.none' : 'messages.noneHere')}</p>}
      {!file.clinical && <p className="text-ink-soft">{t('messages.notShown')}</p>}
      <ul className="flex list-none flex-col gap-3">
        {messages.map(({ id, text, from, writtenAt, readAt }) => (
          <li key={id} className="keep-together rounded-soft border border-line bg-surface px-5 py-4">
            <p className="whitespace-pre-line">{text}</p>
            <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-soft">
              <span>
                {t.rich('messages.by', { name: from, when: () => <When at={writtenAt} zone={zone} /> })}
              </span>
              {readAt ? (
                <span>{t.rich('messages.read', { when: () => <When at={readAt} zone={zone} /> })}</span>
              ) : (
                <Tag tone="amber">{t('messages.unread')}</Tag>
              )}
            </p>
          </li>
        ))}
      </ul>
      {file.mayWrite && (
        <Details summary={t('messages.write')} open={writes || draft !== null}>
          <TypedForm
            action={`${pageOf(file.reference)}/write`}
            draft={draft}
            button={<Button kind="secondary">{t('messages.send')}</Button>}
          >
            <input type="hidden" name="token" value={newId()} />
            <TextArea
              name="message"
              label={t('messages.label')}
              hint={t('messages.hint')}
              error={errorOf(draft, 'message', t)}
              defaultValue={draft?.values.message?.[0]}
              rows={4}
              maxLength={LONGEST_MESSAGE}
            />
          </TypedForm>
        </Details>
      )}
    </section>
  );
}

// What clinicians wrote down about this client, each note as it reads now and what it said before; and a box to write more.
import { useTranslations } from 'next-intl';
import { TypedForm } from '@/components/typed-form';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { TextArea } from '@/components/ui/text-area';
import { briefly, When } from '@/components/when';
import type { FormDraft, FormDrafts } from '@/lib/accounts/form-draft';
import { newId } from '@/lib/env/ids';
import type { ClinicalNote } from '@/lib/review/clinical-notes';
import { LONGEST_NOTE } from '@/lib/review/note-text';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { correctionForm, correctionOf, noteForm, pageOf, processNotesPage } from './addresses';
import { noteErrorAt } from './note-words';

type Given = { file: SubmissionFile; drafts: FormDrafts };

export function Notes({ file, drafts }: Given) {
  const t = useTranslations('notes');
  const { notes, mayNote, ownProcessNotes, reference } = file;
  return (
    <section aria-labelledby="notes">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="notes">{t('title')}</h2>
        {(mayNote || ownProcessNotes > 0) && (
          <a
            href={processNotesPage(reference)}
            className="no-print inline-flex min-h-(--target) items-center"
          >
            {t('own', { count: ownProcessNotes })}
          </a>
        )}
      </div>
      <p className="text-small text-ink-soft">{t('lead')}</p>
      {notes.length === 0 && <p>{t('none')}</p>}
      <ul className="flex list-none flex-col gap-3 ps-0">
        {notes.map((note) => (
          <li key={note.id} className="rounded-soft border border-line bg-surface px-5 py-4">
            <Note
              note={note}
              file={file}
              draft={drafts.get(correctionForm(file.reference, note.id)) ?? null}
            />
          </li>
        ))}
      </ul>
      {mayNote && <Write file={file} draft={drafts.get(noteForm(file.reference)) ?? null} />}
    </section>
  );
}

function Note({ note, file, draft }: { note: ClinicalNote; file: SubmissionFile; draft: FormDraft | null }) {
  const t = useTranslations('notes');
  const { text, author, writtenAt, earlier } = note;
  const first = earlier.at(-1)?.writtenAt ?? writtenAt;
  const at = (when: Date) => ({ when: () => <When at={when} zone={file.zone} /> });
  return (
    <>
      <p className="max-w-line whitespace-pre-line wrap-anywhere">{text}</p>
      <p className="mt-2 flex flex-wrap gap-x-4 text-small text-ink-soft">
        <span>{t.rich('by', { name: author, ...at(first) })}</span>
        {earlier.length > 0 && <span>{t.rich('putRightAt', at(writtenAt))}</span>}
      </p>
      {earlier.length > 0 && (
        <Details summary={t('earlier', { count: earlier.length })}>
          {earlier.map((each) => (
            <div key={each.revision}>
              <p className="text-small text-ink-soft">{t.rich('until', at(each.writtenAt))}</p>
              <p className="whitespace-pre-line wrap-anywhere">{each.text}</p>
            </div>
          ))}
        </Details>
      )}
      {file.mayNote && note.authorId === file.readerId && <Correct note={note} file={file} draft={draft} />}
    </>
  );
}

function Correct({
  note,
  file,
  draft,
}: {
  note: ClinicalNote;
  file: SubmissionFile;
  draft: FormDraft | null;
}) {
  const t = useTranslations('notes');
  const field = correctionOf(note.id);
  const when = briefly(note.writtenAt, file.zone);
  return (
    <div className="no-print">
      <Details
        summary={t.rich('putRight', { when, hidden: (words) => <span className="sr-only">{words}</span> })}
        open={draft !== null}
      >
        <TypedForm
          action={`${pageOf(file.reference)}/correct-note`}
          draft={draft}
          button={<Button kind="secondary">{t('correct')}</Button>}
        >
          <input type="hidden" name="token" value={newId()} />
          <input type="hidden" name="note" value={note.id} />
          <input type="hidden" name="revision" value={note.revision} />
          <TextArea
            name={field}
            label={t('correctLabel')}
            error={noteErrorAt(draft, field, t)}
            defaultValue={draft?.values[field]?.[0] ?? note.text}
            rows={5}
            maxLength={LONGEST_NOTE}
          />
        </TypedForm>
      </Details>
    </div>
  );
}

function Write({ file, draft }: { file: SubmissionFile; draft: FormDraft | null }) {
  const t = useTranslations('notes');
  return (
    <div className="no-print">
      <Details summary={t('write')} open={draft !== null}>
        <TypedForm
          action={`${pageOf(file.reference)}/note`}
          draft={draft}
          button={<Button kind="secondary">{t('save')}</Button>}
        >
          <input type="hidden" name="token" value={newId()} />
          <TextArea
            name="note-text"
            label={t('label')}
            hint={t('hint')}
            error={noteErrorAt(draft, 'note-text', t)}
            defaultValue={draft?.values['note-text']?.[0]}
            rows={5}
            maxLength={LONGEST_NOTE}
          />
        </TypedForm>
      </Details>
    </div>
  );
}

// One process note before its author, with the ways to change and to delete it; and the box for a new one.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TypedForm } from '@/components/typed-form';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { TextArea } from '@/components/ui/text-area';
import { briefly, When } from '@/components/when';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { newId } from '@/lib/env/ids';
import { LONGEST_NOTE } from '@/lib/review/note-text';
import { type OwnProcessNotes, type ProcessNote, stampOf } from '@/lib/review/process-notes';
import { processNotesPage } from '../addresses';
import { noteErrorAt } from '../note-words';
import { changeOf } from './addresses';

type Given = { note: ProcessNote; own: OwnProcessNotes; draft: FormDraft | null };

const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>;

export function OwnNote({ note, own, draft }: Given) {
  const t = useTranslations('notes.process');
  const { text, writtenAt, changedAt } = note;
  const at = (when: Date) => ({ when: () => <When at={when} zone={own.zone} /> });
  return (
    <>
      <p className="max-w-line whitespace-pre-line wrap-anywhere">{text}</p>
      <p className="mt-2 flex flex-wrap gap-x-4 text-small text-ink-soft">
        <span>{t.rich('written', at(writtenAt))}</span>
        {changedAt && <span>{t.rich('changedAt', at(changedAt))}</span>}
      </p>
      <Change note={note} own={own} draft={draft} />
      <Delete note={note} own={own} />
    </>
  );
}

function Which({ note }: { note: ProcessNote }) {
  return (
    <>
      <input type="hidden" name="note" value={note.id} />
      <input type="hidden" name="stamp" value={stampOf(note)} />
    </>
  );
}

function Change({ note, own, draft }: Given) {
  const t = useTranslations('notes');
  const field = changeOf(note.id);
  const when = briefly(note.writtenAt, own.zone);
  return (
    <Details summary={t.rich('process.change', { when, hidden })} open={draft !== null}>
      <TypedForm
        action={`${processNotesPage(own.reference)}/change`}
        draft={draft}
        button={<Button kind="secondary">{t('process.changeSave')}</Button>}
      >
        <Which note={note} />
        <TextArea
          name={field}
          label={t('process.changeLabel')}
          hint={t('process.changeHint')}
          error={noteErrorAt(draft, field, t)}
          defaultValue={draft?.values[field]?.[0] ?? note.text}
          rows={6}
          maxLength={LONGEST_NOTE}
        />
      </TypedForm>
    </Details>
  );
}

function Delete({ note, own }: Omit<Given, 'draft'>) {
  const t = useTranslations('notes.process');
  const when = briefly(note.writtenAt, own.zone);
  return (
    <Details summary={t.rich('delete', { when, hidden })}>
      <form method="post" action={`${processNotesPage(own.reference)}/delete`} className="flow">
        <Which note={note} />
        <p>{t('deleteText')}</p>
        <Button kind="danger">{t('deleteSave')}</Button>
      </form>
    </Details>
  );
}

export function WriteNote({ reference, draft }: { reference: string; draft: FormDraft | null }) {
  const t = useTranslations('notes');
  return (
    <TypedForm
      action={`${processNotesPage(reference)}/write`}
      draft={draft}
      button={<Button>{t('process.save')}</Button>}
    >
      <input type="hidden" name="token" value={newId()} />
      <TextArea
        name="note-text"
        label={t('process.label')}
        error={noteErrorAt(draft, 'note-text', t)}
        defaultValue={draft?.values['note-text']?.[0]}
        rows={6}
        maxLength={LONGEST_NOTE}
      />
    </TypedForm>
  );
}

// What a clinician notes for themselves alone about one client: what belongs here, what they wrote, and a box to write more.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { AlertNotice } from '@/components/alert-notice';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { formDrafts } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { readProcessNotes } from '@/lib/review/process-notes';
import { pageOf } from '../addresses';
import { noteErrors } from '../note-words';
import { doneNamed, processForm } from './addresses';
import { OwnNote, WriteNote } from './own-note';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Once a request, for the title and the page alike: reading them is one line in the record. */
const load = cache(async (reference: string) => {
  const { actor, staff } = await requireStaff('clinician', 'lead');
  const own = (await readProcessNotes(actor, reference)) ?? notFound();
  const drafts = await formDrafts(
    actor,
    processForm(own.reference, 'write'),
    processForm(own.reference, 'change'),
  );
  return { staff, own, drafts };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { drafts } = await load((await params).reference);
  const [t, common] = [await getTranslations('notes'), await getTranslations('common')];
  const title = t('process.title');
  return { title: noteErrors(drafts, t).length > 0 ? common('errorTitle', { title }) : title };
}

export default async function ProcessNotesPage({ params, searchParams }: Props) {
  const { staff, own, drafts } = await load((await params).reference);
  const { done: named, problem } = await searchParams;
  const done = doneNamed(named);
  const t = await getTranslations('notes');
  const { reference, notes, mayWrite } = own;
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <BackLink href={pageOf(reference)}>{t('process.back', { reference })}</BackLink>
      <ErrorSummary errors={noteErrors(drafts, t)} />
      {done && <DoneNotice>{t(`process.done.${done}`)}</DoneNotice>}
      {problem === 'changed-meanwhile' && <AlertNotice>{t('problem.changed-meanwhile')}</AlertNotice>}
      <h1>{t('process.title')}</h1>
      <p className="max-w-line">{t('process.lead')}</p>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flow min-w-0">
          {!mayWrite && <Notice kind="quiet">{t('process.offCase')}</Notice>}
          {mayWrite && (
            <WriteNote reference={reference} draft={drafts.get(processForm(reference, 'write')) ?? null} />
          )}
          {notes.length === 0 && <p>{t('process.noneYet')}</p>}
          <ul className="flex list-none flex-col gap-3 ps-0">
            {notes.map((note) => (
              <li key={note.id} className="rounded-soft border border-line bg-surface px-5 py-4">
                <OwnNote
                  note={note}
                  own={own}
                  draft={drafts.get(processForm(reference, 'change', note.id)) ?? null}
                />
              </li>
            ))}
          </ul>
        </div>
        <aside className="flow min-w-0 rounded-soft bg-sunk px-5 py-4">
          <h2 className="text-h3">{t('process.belongsTitle')}</h2>
          <p>{t('process.belongs')}</p>
          <h2 className="text-h3">{t('process.notTitle')}</h2>
          <p>{t('process.not')}</p>
          <p className="text-small text-ink-soft">{t('process.law')}</p>
        </aside>
      </div>
    </StaffPage>
  );
}

// One submission, whole: what is dangerous first, then how to reach the person safely, then what they said and signed.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { flagErrors } from '../../flag-words';
import { AnswerSections } from './answer-sections';
import { AskedFor } from './asked-for';
import { ChangedSince } from './changed-since';
import { Documents } from './documents';
import { Endings } from './endings';
import { Estimates } from './estimates';
import { FileHead } from './file-head';
import { FilePlaces } from './file-places';
import { Flags } from './flags';
import { History } from './history';
import { LeftOvers } from './left-overs';
import { loadFile } from './load-file';
import { Meeting } from './meeting';
import { Messages } from './messages';
import { noteErrors } from './note-words';
import { Notes } from './notes';
import { NotOnTheCase, OpenUntil } from './on-the-case';
import { InTheWay, placeOfDone } from './outcome';
import { type Part, partsOf } from './parts';
import { doneNamed, errorsIn, isRefused, problemNamed } from './problems';
import { Reflections } from './reflections';
import { SafeContact } from './safe-contact';
import { Scores } from './scores';
import { Summary } from './summary';
import { WhoHasRead } from './who-has-read';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const query = await searchParams;
  const { drafts, message, asked, reason, notes } = await loadFile(
    (await params).reference,
    isRefused(query),
  );
  const [t, common] = [await getTranslations('staff.submission'), await getTranslations('common')];
  const flags = await getTranslations('flags');
  const typed = [message, asked, reason, ...notes.values()];
  return {
    title:
      flagErrors(drafts, flags).length > 0 || typed.some((one) => one?.errors.length)
        ? common('errorTitle', { title: t('title') })
        : t('title'),
  };
}

export default async function SubmissionPage({ params, searchParams }: Props) {
  const query = await searchParams;
  const { problem: stood, done: named, write } = query;
  const [problem, done] = [problemNamed(stood), doneNamed(named)];
  const { file, staff, drafts, message, asked, reason, notes, leftOver, costs } = await loadFile(
    (await params).reference,
    isRefused(query),
  );
  const t = await getTranslations('staff.submission');
  const flags = await getTranslations('flags');
  const parts = partsOf(file, costs !== null);
  const saidAt = placeOfDone(done, parts);
  const part = (name: Part, body: ReactNode) =>
    parts.includes(name) && (
      <>
        {done && saidAt === name && <DoneNotice>{t(`done.${done}`)}</DoneNotice>}
        {body}
      </>
    );
  const messages = <Messages file={file} draft={message} writes={write === 'yes'} />;
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <BackLink href="/staff">{t('back')}</BackLink>
      <ErrorSummary
        errors={[
          ...flagErrors(drafts, flags),
          ...[reason, message, asked].flatMap((draft) => errorsIn(draft, t)),
          ...noteErrors(notes, await getTranslations('notes')),
        ]}
      />
      {done && saidAt === 'top' && <DoneNotice>{t(`done.${done}`)}</DoneNotice>}
      <InTheWay problem={done ? null : problem} file={file} />
      <LeftOvers all={leftOver} />
      <FileHead file={file} />
      <OpenUntil file={file} />
      <FilePlaces file={file} parts={parts}>
        {part('flags', <Flags file={file} drafts={drafts} />)}
        {part('case', <NotOnTheCase file={file} draft={reason} />)}
        {part('safety', <SafeContact file={file} />)}
        {file.unsent ? (
          <>
            <Notice kind="quiet">{t('unsent')}</Notice>
            <div className="grid gap-x-10 gap-y-8 pt-3 @min-[52rem]:grid-cols-2">
              <div className="flow min-w-0">{part('messages', messages)}</div>
              <div className="flow min-w-0">{part('appointment', <Meeting file={file} />)}</div>
            </div>
          </>
        ) : (
          <div className="grid gap-x-9 gap-y-8 pt-3 @min-[52rem]:grid-cols-[minmax(0,1fr)_21rem]">
            <div className="flow min-w-0">
              {part('asked', <AskedFor file={file} draft={asked} />)}
              {part('changed', <ChangedSince file={file} />)}
              {part('summary', <Summary file={file} />)}
              {part('notes', <Notes file={file} drafts={notes} />)}
              {part('scores', <Scores file={file} />)}
              {part('answers', <AnswerSections file={file} />)}
              {part('reflections', <Reflections file={file} />)}
            </div>
            <div className="flow min-w-0">
              {part('ended', <Endings file={file} />)}
              {part('appointment', <Meeting file={file} />)}
              {part('messages', messages)}
              {part('estimates', <Estimates file={file} costs={costs} />)}
              {part('documents', <Documents file={file} />)}
              {part('history', <History file={file} />)}
              <WhoHasRead file={file} roles={staff.roles} />
            </div>
          </div>
        )}
      </FilePlaces>
    </StaffPage>
  );
}

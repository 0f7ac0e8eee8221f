// What clients asked about documents and what they withdrew, for staff to see to: who it is, and how they may be reached.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { StaffPage } from '@/components/staff-page';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { answeredByField } from '@/lib/review/answered-by';
import { readFromClients } from '@/lib/review/from-clients';
import { waitingCount } from '@/lib/review/waiting-clients';
import { mayWrite } from '@/lib/review/write-message';
import { FromClientItem } from './from-client-item';

/** Of the last press of "Mark as answered" that said not how; once a request, for the title and the page. */
const loadErrors = cache(async () => {
  const { actor } = await requireStaff();
  return (await formDraft(actor, 'staff/questions/done'))?.errors ?? [];
});

export async function generateMetadata(): Promise<Metadata> {
  const [t, common] = [await getTranslations('staff.questions'), await getTranslations('common')];
  const wrong = (await loadErrors()).length > 0;
  return { title: wrong ? common('errorTitle', { title: t('title') }) : t('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QuestionsPage({ searchParams }: Props) {
  const { actor, staff } = await requireStaff();
  const { after } = await searchParams;
  const { items, next, more, zone } = await readFromClients(actor, after?.toString());
  const waiting = await waitingCount(actor);
  const t = await getTranslations('staff.questions');
  const words = await getTranslations('waitlist.staff');
  const fields = (await loadErrors()).map(({ field }) => field);
  // Seen to by somebody else meanwhile: then nothing is left to be put right.
  const wrong = items.find(({ taskId }) => fields.includes(answeredByField(taskId)));
  return (
    <StaffPage active="questions" who={staff.name} roles={staff.roles}>
      <ErrorSummary
        errors={wrong ? [{ href: `#${answeredByField(wrong.taskId)}`, message: t('byMissing') }] : []}
      />
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {waiting > 0 && (
        <p>
          <a href="/staff/waiting">{words('see', { count: waiting })}</a>
        </p>
      )}
      {items.length === 0 && (
        <Notice kind="quiet" title={t('none')}>
          <p>{t('noneNext')}</p>
        </Notice>
      )}
      <ul className="flex list-none flex-col gap-5 ps-0">
        {items.map((item) => (
          <li
            key={item.taskId}
            className="keep-together rounded-soft border border-line bg-surface px-5 py-4"
          >
            <FromClientItem item={item} zone={zone} mayWrite={mayWrite(actor)} wrong={item === wrong} />
          </li>
        ))}
      </ul>
      {(next || after) && (
        <p className="flex flex-wrap gap-6">
          {after && <a href="/staff/questions">{t('first')}</a>}
          {next && <a href={`/staff/questions?after=${next}`}>{t('more', { count: more })}</a>}
        </p>
      )}
    </StaffPage>
  );
}

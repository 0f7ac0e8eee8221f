// What clients asked about documents and what they withdrew, for staff to see to: who it is, and how they may be reached.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { requireStaff } from '@/lib/accounts/require';
import { readFromClients } from '@/lib/review/from-clients';
import { FromClientItem } from './from-client-item';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.questions');
  return { title: t('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QuestionsPage({ searchParams }: Props) {
  const { actor, staff } = await requireStaff();
  const { after } = await searchParams;
  const { items, next, more, zone } = await readFromClients(actor, after?.toString());
  const t = await getTranslations('staff.questions');
  return (
    <StaffPage active="questions" who={staff.name} roles={staff.roles}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {items.length === 0 && <p>{t('none')}</p>}
      <ul className="flex list-none flex-col gap-5 ps-0">
        {items.map((item) => (
          <li
            key={item.taskId}
            className="keep-together rounded-soft border border-line bg-surface px-5 py-4"
          >
            <FromClientItem item={item} zone={zone} />
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

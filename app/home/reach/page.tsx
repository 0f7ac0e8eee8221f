// How a client may be reached, and by whom never: theirs to look over and change at any time.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { requireClient } from '@/lib/accounts/require';
import { howToReach } from '@/lib/forms/how-to-reach';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home.reach'))('heading') };
}

export default async function ReachPage({ searchParams }: { searchParams: Promise<{ changed?: string }> }) {
  const { actor } = await requireClient();
  const [t, home, forms, rows, { changed }] = await Promise.all([
    getTranslations('home.reach'),
    getTranslations('home'),
    getTranslations('forms'),
    howToReach(actor),
    searchParams,
  ]);
  if (!rows) redirect('/forms/1/1');
  return (
    <ClientPage back={{ href: '/home', label: home('title') }} width="wide" signedIn>
      <h1>{t('heading')}</h1>
      {changed && (
        <div role="status">
          <Notice kind="info">{t('changed')}</Notice>
        </div>
      )}
      <p className="max-w-line">{t('lead')}</p>
      <SummaryList
        rows={rows.map(({ question, lines, answered, path, clash }) => ({
          label: question.short,
          value: (
            <>
              <span className={answered ? undefined : 'text-ink-soft'}>{lines.join('\n')}</span>
              {clash && <span className="block text-small font-semibold">{forms(`clash.${clash}`)}</span>}
            </>
          ),
          change: { href: path, hidden: question.short },
        }))}
      />
      <p className="max-w-line">{t('place')}</p>
    </ClientPage>
  );
}

// Explains the way out to whoever comes from elsewhere: they may never have seen the first page, which does.
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';

/** Pages that say it themselves. */
const EXPLAINING = ['/', '/leaving'];

/** Nothing is remembered for it: a browser says, among our own pages, which one it comes from. */
export async function ExitExplained() {
  const given = await headers();
  const path = given.get('x-foyer-path')?.split('?')[0] ?? '';
  if (EXPLAINING.includes(path) || hostOf(given.get('referer')) === given.get('host')) return null;
  const t = await getTranslations('common.exitExplained');
  return (
    <aside
      aria-label={t('label')}
      className="no-print mx-auto w-full max-w-page px-4 pt-3 text-end text-small text-ink-soft sm:px-6"
    >
      {t.rich('says', { how: (words) => <a href="/leaving">{words}</a> })}
    </aside>
  );
}

function hostOf(address: string | null): string | null {
  return address && URL.canParse(address) ? new URL(address).host : null;
}

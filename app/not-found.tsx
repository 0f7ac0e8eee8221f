// Nothing at this address, in two lines: for programs. Next makes it for every page and sends it along twice; whoever asks for a page is shown `missing` in its place.
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata(): Promise<Metadata> {
  const [t, common] = await Promise.all([getTranslations('quiet.missing'), getTranslations('common')]);
  return { title: { absolute: `${t('title')} – ${common('shortName')}` } };
}

export default function NotFound() {
  const t = useTranslations('quiet.missing');
  return (
    <main>
      <h1>{t('title')}</h1>
      <a href="/">{t('back')}</a>
    </main>
  );
}

// The client's copy of what they signed: the exact text, what they ticked, and the whole record.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { copyLead, copyTitle } from '@/components/copy-words';
import { DocumentCopy } from '@/components/document-copy';
import { partsOf } from '@/lib/documents/published-text';
import { copyPaths, loadCopy } from '../load-copy';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const copyAskedFor = async ({ params, searchParams }: Props) => {
  const { number } = await searchParams;
  return loadCopy((await params).slug, number === undefined ? undefined : String(number));
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  await copyAskedFor(props);
  const t = await getTranslations('documents');
  return { title: t('copy.browserTitle') };
}

export default async function CopyPage(props: Props) {
  const { slug } = await props.params;
  const copy = await copyAskedFor(props);
  const t = await getTranslations('documents');
  return (
    <ClientPage back={{ href: '/home', label: t('back') }} caption={t('copy.caption')} signedIn>
      <h1>{copyTitle(t, copy, partsOf(copy.version).title)}</h1>
      <p>{copyLead(t, copy)}</p>
      <DocumentCopy copy={copy} zone={copy.clinic.zone} path={copyPaths(slug, copy)} />
    </ClientPage>
  );
}

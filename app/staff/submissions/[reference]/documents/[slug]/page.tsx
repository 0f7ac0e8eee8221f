// What a client signed, as they have it, with the whole record: for clinicians and admins.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DocumentCopy } from '@/components/document-copy';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { partsOf } from '@/lib/documents/published-text';
import { copyAddress, pageOf } from '../../addresses';
import { loadCopy } from './load-copy';

type Props = {
  params: Promise<{ reference: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const copyAskedFor = async ({ params, searchParams }: Props) => {
  const [{ reference, slug }, { number }] = [await params, await searchParams];
  return loadCopy(reference, slug, number === undefined ? undefined : String(number));
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  await copyAskedFor(props);
  const t = await getTranslations('staff.submission.documents');
  return { title: t('copyTitle') };
}

export default async function StaffCopyPage(props: Props) {
  const { slug } = await props.params;
  const { copy, staff } = await copyAskedFor(props);
  const t = await getTranslations('staff.submission.documents');
  const { reference, record, total, zone } = copy;
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <BackLink href={pageOf(reference)}>{t('backToFile', { reference })}</BackLink>
      <h1>{partsOf(copy.version).title}</h1>
      <p>{t(record.kind === 'withdrawal' ? 'withdrawalLead' : 'copyLead', { reference })}</p>
      <DocumentCopy
        copy={copy}
        zone={zone}
        path={(number, file) => copyAddress(reference, slug, number === total ? undefined : number, file)}
      />
    </StaffPage>
  );
}

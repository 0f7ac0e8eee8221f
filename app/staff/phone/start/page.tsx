// Staff take down what somebody says on the phone: no more than it takes to invite them and to find the right person.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import { PHONE } from '../addresses';
import { CallerForm } from './caller-form';
import { sayErrors } from './errors';
import { loadTyped } from './load-typed';

type Props = { searchParams: Promise<{ typed?: string | string[] }> };

const load = async ({ searchParams }: Props) => {
  const [{ typed }, loaded] = [await searchParams, await loadTyped()];
  return { ...loaded, draft: typed ? loaded.draft : null };
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { draft } = await load(props);
  const [t, common] = [await getTranslations('phone.start'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function StartPage(props: Props) {
  const { staff, draft } = await load(props);
  const [t, words] = [await getTranslations('phone.start'), await getTranslations('phone')];
  const errors = sayErrors(draft?.errors ?? [], words);
  return (
    <StaffPage active="phone" who={staff.name} roles={staff.roles}>
      <BackLink href={PHONE}>{t('back')}</BackLink>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <CallerForm values={draft?.values ?? {}} errors={errors} />
    </StaffPage>
  );
}

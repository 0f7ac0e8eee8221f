// The estimate as the client will read it, before it is given for good.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EstimateView } from '@/components/estimate-view';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { pairsOf } from '@/lib/accounts/typed-again';
import { previewEstimate } from '@/lib/estimates/estimate-file';
import { estimateForm, estimatePage } from '../../addresses';
import { ProblemNotice } from '../../problem-notice';
import { inputIn } from '../typed-input';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('estimates.preview'))('title') };
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const { actor, staff } = await requireStaff();
  const draft = await formDraft(actor, estimateForm(reference));
  const input = inputIn(draft);
  // Nothing whole was typed, or there is nobody: the page before says which.
  if (!draft || !input) redirect(estimatePage(reference));
  const made = await previewEstimate(actor, reference, input);
  if (!made) redirect(estimatePage(reference));
  if (!made.ok) redirect(`${estimatePage(reference)}?problem=${made.reason}`);
  const t = await getTranslations('estimates.preview');
  const { contents, shown } = made;
  return (
    <StaffPage active="estimates" who={staff.name} roles={staff.roles}>
      <BackLink href={estimatePage(reference)}>{t('change')}</BackLink>
      <ProblemNotice problem={(await searchParams).problem} />
      <h1>{t('heading')}</h1>
      <p className="max-w-line">{t('lead', { name: contents.client.name })}</p>
      <div className="flow max-w-[44rem] rounded-soft border border-line bg-surface p-5">
        <EstimateView contents={contents} diagnosis={made.readsCode ? input.diagnosis : null} />
      </div>
      <form method="post" action={`${estimatePage(reference)}/give`}>
        {pairsOf(draft)
          .filter(([name]) => name !== 'shown')
          .map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name="shown" value={shown} />
        <ButtonRow>
          <Button>{t('give')}</Button>
          <ButtonLink kind="secondary" href={estimatePage(reference)}>
            {t('change')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </StaffPage>
  );
}

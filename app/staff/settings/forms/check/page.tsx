// Before parts with danger signs in them are left out: what nobody is told of any more, and what stays as it is.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { fieldsOf, pairsOf } from '@/lib/accounts/typed-again';
import { PACKS_OFFERED } from '@/lib/forms/packs-offered';
import { confirmsUnseen, newlyUnseen, packsOffNow } from '@/lib/forms/save-packs';
import type { messages } from '@/messages/en';
import { FORMS, FORMS_FORM } from '../addresses';
import { offIn } from '../off-in';

type Watched = keyof (typeof messages)['packs']['watch'];

const load = cache(async () => {
  const { actor, staff } = await requireStaff('admin');
  const [before, draft] = [await packsOffNow(actor), await formDraft(actor, FORMS_FORM)];
  if (!draft?.values.stamp?.[0]) redirect(FORMS);
  const off = offIn(fieldsOf(draft));
  const unseen = newlyUnseen(before, off);
  if (unseen.length === 0) redirect(FORMS);
  const names = PACKS_OFFERED.flatMap((one) => (off.includes(one.pack) ? [one] : one.within)).filter(
    ({ pack }) => off.includes(pack) && !before.includes(pack),
  );
  return { staff, draft, unseen, names: names.map(({ title }) => title) };
});

const isUnsaid = ({ draft }: Awaited<ReturnType<typeof load>>) =>
  draft.errors.some(({ reason }) => reason === 'not-confirmed');

export async function generateMetadata(): Promise<Metadata> {
  const [t, common] = [await getTranslations('packs.check'), await getTranslations('common')];
  return { title: isUnsaid(await load()) ? common('errorTitle', { title: t('title') }) : t('title') };
}

/** What this page asks itself. */
const OWN = ['looked', 'confirmed'];

export default async function CheckPacksPage() {
  const loaded = await load();
  const { staff, draft, unseen, names } = loaded;
  const t = await getTranslations('packs');
  const error = isUnsaid(loaded) ? t('check.unsaid') : undefined;
  const back = `${FORMS}?typed=yes`;
  return (
    <StaffPage active="forms" who={staff.name} roles={staff.roles}>
      <BackLink href={back}>{t('check.change')}</BackLink>
      <ErrorSummary errors={error ? [{ href: '#confirmed', message: error }] : []} />
      <h1>{t('check.heading', { names: names.join(', ') })}</h1>
      <Notice kind="urgent" title={t('unwatched')}>
        <ul>
          {unseen.map((id) => (
            <li key={id}>{t(`watch.${id as Watched}`)}</li>
          ))}
        </ul>
      </Notice>
      <section aria-labelledby="stays" className="flow max-w-line">
        <h2 id="stays">{t('check.staysTitle')}</h2>
        <ul className="list-disc ps-5">
          <li>{t('check.answers')}</li>
          <li>{t('check.flags')}</li>
          <li>{t('check.underway')}</li>
          <li>{t('check.back')}</li>
        </ul>
      </section>
      <form method="post" action={`${FORMS}/save`} noValidate className="flex min-w-0 flex-col gap-4">
        {pairsOf(draft)
          .filter(([name]) => !OWN.includes(name))
          .map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name="looked" value="yes" />
        <Checkbox
          name="confirmed"
          value={confirmsUnseen(unseen)}
          label={t('check.confirm', { count: unseen.length })}
          error={error}
        />
        <ButtonRow>
          <Button>{t('check.save')}</Button>
          <ButtonLink kind="secondary" href={back}>
            {t('check.change')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </StaffPage>
  );
}

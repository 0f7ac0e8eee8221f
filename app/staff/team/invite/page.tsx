// An admin lets a colleague in: their address, their name, and what they are here.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireFreshStaff } from '@/lib/accounts/require';
import { INVITED_DAYS } from '@/lib/review/invite-colleague';
import { INVITE, INVITE_FORM, TEAM } from '../addresses';
import { ColleagueFields, colleagueErrors } from '../colleague-fields';
import { Said, type SaidQuery } from '../said';

const load = cache(async () => {
  const { actor, staff } = await requireFreshStaff('admin');
  return { staff, draft: await formDraft(actor, INVITE_FORM) };
});

export async function generateMetadata(): Promise<Metadata> {
  const { draft } = await load();
  const [t, common] = [await getTranslations('team.invite'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function InvitePage({ searchParams }: { searchParams: Promise<SaidQuery> }) {
  const { staff, draft } = await load();
  const t = await getTranslations('team');
  const errors = colleagueErrors(draft, t);
  return (
    <StaffPage active="team" who={staff.name} roles={staff.roles}>
      <BackLink href={TEAM}>{t('title')}</BackLink>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      <Said query={await searchParams} draft={draft} />
      <h1>{t('invite.title')}</h1>
      <p className="max-w-line">{t('invite.lead', { days: INVITED_DAYS })}</p>
      {draft && <NotSaved action={`${INVITE}/send`} />}
      <form
        method="post"
        action={`${INVITE}/send`}
        noValidate
        className="flex max-w-page flex-col items-start gap-5"
      >
        <TextField
          name="email"
          type="email"
          label={t('form.email')}
          hint={t('form.emailHint')}
          defaultValue={draft?.values.email?.[0]}
          error={errors.find(({ field }) => field === 'email')?.message}
          autoComplete="off"
          spellCheck={false}
          size="medium"
        />
        <ColleagueFields draft={draft} stands={{ name: '', credential: '', roles: [] }} />
        <Button>{t('invite.submit')}</Button>
      </form>
    </StaffPage>
  );
}

// What will be kept of somebody on the phone, and the mail exactly as it goes out, before either is done.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { fieldsOf, pairsOf } from '@/lib/accounts/typed-again';
import { invitationPreview } from '@/lib/notices/invitation-preview';
import { callerTyped } from '@/lib/review/caller-typed';
import { givenInWords } from '@/lib/review/phone-intakes';
import { START, START_TYPED } from '../../addresses';
import { loadTyped } from '../load-typed';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('phone.preview'))('title') };
}

export default async function PreviewPage() {
  const { actor, staff, draft } = await loadTyped();
  const typed = draft && (await callerTyped(actor, fieldsOf(draft)));
  // Nothing whole was typed: the page before says what is wanted.
  if (!draft || !typed?.ok) redirect(START_TYPED);
  const { email, given } = typed.caller;
  const [t, mail] = [await getTranslations('phone.preview'), await invitationPreview(actor)];
  return (
    <StaffPage active="phone" who={staff.name} roles={staff.roles}>
      <BackLink href={START_TYPED}>{t('change')}</BackLink>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <SummaryList
        rows={[
          { label: t('email'), value: <span className="wrap-anywhere font-semibold">{email}</span> },
          ...givenInWords(given).map(({ label, lines }) => ({ label, value: lines.join('\n') })),
        ]}
      />
      <section aria-labelledby="mail" className="flow min-w-0">
        <h2 id="mail">{t('mail')}</h2>
        <p className="max-w-line">{t('mailLead')}</p>
        <div className="flow max-w-line rounded-soft border border-line bg-surface p-5">
          <p className="font-semibold">{mail.subject}</p>
          <p className="wrap-anywhere whitespace-pre-line">{mail.text.trim()}</p>
        </div>
      </section>
      <form method="post" action={`${START}/begin`}>
        {pairsOf(draft).map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <ButtonRow>
          <Button>{t('begin')}</Button>
          <ButtonLink kind="secondary" href={START_TYPED}>
            {t('change')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </StaffPage>
  );
}

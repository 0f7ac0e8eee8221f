// What every page about one's own way in begins with: the way back, and what is to be corrected.
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { FormDraft } from '@/lib/accounts/form-draft';
import type { SignedInStaff } from '@/lib/accounts/require';
import type { messages } from '@/messages/en';

export const ACCOUNT = '/staff/account';

type Reason = keyof (typeof messages)['ownAccount']['errors'];
const REASONS: Record<Reason, true> = {
  'no-answer': true,
  expired: true,
  'not-accepted': true,
  known: true,
  enough: true,
  gone: true,
  'not-fresh': true,
  'changed-meanwhile': true,
  'too-many': true,
  none: true,
  wrong: true,
  empty: true,
};

/** Why the one button of a page did nothing, as its address says; null for what there are no words for. */
export async function problemNamed(said: string | string[] | undefined): Promise<string | null> {
  const t = await getTranslations('ownAccount.errors');
  return typeof said === 'string' && Object.hasOwn(REASONS, said) ? t(said as Reason) : null;
}

/** The first error of a draft as far as there are words for it, and the field it is about. */
export async function problemOf(draft: FormDraft | null): Promise<{ field: string; message: string } | null> {
  const t = await getTranslations('ownAccount.errors');
  const [first] = draft?.errors ?? [];
  if (!first || !Object.hasOwn(REASONS, first.reason)) return null;
  return { field: first.field, message: t(first.reason as Reason) };
}

type Props = {
  staff: SignedInStaff['staff'];
  problem?: { field: string; message: string } | null;
  children: ReactNode;
};

export async function OwnPage({ staff, problem, children }: Props) {
  const t = await getTranslations('ownAccount');
  return (
    <StaffPage who={staff.name} roles={staff.roles}>
      <BackLink href={ACCOUNT}>{t('title')}</BackLink>
      <ErrorSummary errors={problem ? [{ href: `#${problem.field}`, message: problem.message }] : []} />
      {children}
    </StaffPage>
  );
}

// Sets a PIN, or changes it: typed twice, so that a slip locks nobody out.

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { ShowTyped } from '@/components/ui/show-typed';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { ownPath } from '@/lib/accounts/network';
import { requireClient, showAgainPath } from '@/lib/accounts/require';
import { isFresh, secondKeysOf } from '@/lib/accounts/second-key';
import { ShowAgain } from '../../show-again';

const BOXES = ['pin', 'again'];
const REASONS = [
  'empty',
  'not-digits',
  'too-short',
  'too-long',
  'too-simple',
  'a-date',
  'not-the-same',
  'changed-meanwhile',
  'too-many-changes',
] as const;

async function load() {
  const { actor, session } = await requireClient();
  const [keys, draft] = await Promise.all([secondKeysOf(actor), formDraft(actor, 'getting-in/pin')]);
  const [first] = draft?.errors ?? [];
  const reason = REASONS.find((each) => each === first?.reason);
  return {
    session,
    change: keys.pin !== null,
    /** Where they were when they were offered one. */
    after: draft?.values.next?.[0] ?? '',
    problem: first && reason ? { field: first.field, reason } : null,
  };
}

export async function generateMetadata(): Promise<Metadata> {
  const [{ change, problem }, t, common] = await Promise.all([
    load(),
    getTranslations('gettingIn.pin'),
    getTranslations('common'),
  ]);
  const title = change ? t('titleChange') : t('titleNew');
  return { title: problem ? common('errorTitle', { title }) : title };
}

export default async function PinPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const [{ session, change, problem, after }, { next }, t, words] = await Promise.all([
    load(),
    searchParams,
    getTranslations('gettingIn.pin'),
    getTranslations('gettingIn'),
  ]);
  const message = problem && words(`errors.${problem.reason}`);
  const errorOf = (field: string) => (problem?.field === field && message ? message : undefined);
  const back = ownPath(next, problem ? ownPath(after, '') : '');
  const here = `/home/getting-in/pin${back && `?${new URLSearchParams({ next: back })}`}`;
  const again = isFresh(session) ? null : showAgainPath(session, here);
  return (
    <ClientPage signedIn back={{ href: '/home/getting-in', label: words('backHere') }}>
      <ErrorSummary errors={problem && message ? [{ href: `#${problem.field}`, message }] : []} />
      <h1>{change ? t('titleChange') : t('titleNew')}</h1>
      {again ? (
        <ShowAgain href={again} />
      ) : (
        <>
          <p className="text-lead">{t('lead')}</p>
          <form
            method="post"
            action="/home/getting-in/pin/set"
            noValidate
            className="flex flex-col items-start gap-6"
          >
            <MadeFor />
            {back && <input type="hidden" name="next" value={back} />}
            <NewPin name="pin" label={t('field')} hint={t('hint')} error={errorOf('pin')} />
            <NewPin name="again" label={t('again')} error={errorOf('again')} />
            <ShowTyped fields={BOXES} words={{ show: t('show'), hide: t('hide') }} />
            <p className="max-w-line">{t('keep')}</p>
            <Button>{change ? t('submitChange') : t('submitNew')}</Button>
          </form>
          <Notice kind="quiet">
            <p>{t('forget')}</p>
          </Notice>
        </>
      )}
    </ClientPage>
  );
}

function NewPin(field: { name: string; label: string; hint?: string; error: string | undefined }) {
  const { error, ...rest } = field;
  return (
    <TextField
      {...rest}
      {...(error && { error })}
      type="password"
      autoComplete="new-password"
      inputMode="numeric"
      size="short"
      spellCheck={false}
    />
  );
}

// The address somebody signs in with, and the form to use another one.

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { ownAddress } from '@/lib/accounts/own-address';
import { requireClient, showAgainPath } from '@/lib/accounts/require';
import { isFresh } from '@/lib/accounts/second-key';
import { asksInbox, inboxOptions } from '@/lib/forms/inbox-answer';
import { RecoveryAsked } from '../recovery-asked';
import { ShowAgain } from '../show-again';
import { ADDRESS_FORM, sayErrors } from './errors';

export async function generateMetadata(): Promise<Metadata> {
  const { actor } = await requireClient();
  const [t, common, draft] = await Promise.all([
    getTranslations('address.own'),
    getTranslations('common'),
    formDraft(actor, ADDRESS_FORM),
  ]);
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

type Search = { searchParams: Promise<{ done?: string; stopped?: string }> };

export default async function AddressPage({ searchParams }: Search) {
  const { actor, session } = await requireClient();
  const again = isFresh(session) ? null : showAgainPath(session, '/home/address');
  const [t, home, words, draft, { email, recovery }, withInbox, { done, stopped }] = await Promise.all([
    getTranslations('address.own'),
    getTranslations('home'),
    getTranslations('address'),
    formDraft(actor, ADDRESS_FORM),
    ownAddress(actor),
    asksInbox(actor),
    searchParams,
  ]);
  const errors = sayErrors(draft, words);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <ClientPage back={{ href: '/home', label: home('title') }} signedIn>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      <h1>{t('title')}</h1>
      {(done || (stopped && !recovery)) && (
        <div role="status">
          <Notice kind="info">{done ? t('done', { email }) : t('stopped')}</Notice>
        </div>
      )}
      <p className="text-lead">
        {t('now')} <strong className="wrap-anywhere">{email}</strong>
      </p>
      {recovery ? (
        <>
          <p>{t('atDesk')}</p>
          <RecoveryAsked what={recovery} />
        </>
      ) : again ? (
        <ShowAgain href={again} />
      ) : (
        <>
          <h2>{t('change')}</h2>
          <p>{t('lead')}</p>
          <form
            method="post"
            action="/home/address/ask"
            noValidate
            className="flex flex-col items-start gap-6"
          >
            <MadeFor />
            <TextField
              name="email"
              type="email"
              label={t('field')}
              hint={t('fieldHint')}
              error={errorOf('email')}
              defaultValue={draft?.values.email?.[0]}
              autoComplete="email"
              inputMode="email"
              size="medium"
              spellCheck={false}
            />
            {withInbox && (
              <>
                <input type="hidden" name="asks-inbox" value="yes" />
                <Radios
                  name="inbox"
                  legend={t('inbox')}
                  hint={t('inboxHint')}
                  error={errorOf('inbox')}
                  value={draft?.values.inbox?.[0]}
                  options={inboxOptions()}
                />
              </>
            )}
            <Notice kind="quiet" title={t('toldTitle')}>
              <p>{t('told')}</p>
              <p>{t('after')}</p>
            </Notice>
            <Button>{t('send')}</Button>
          </form>
        </>
      )}
    </ClientPage>
  );
}

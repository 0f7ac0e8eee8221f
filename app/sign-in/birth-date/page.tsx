// At the end of a recovery, whoever opened the mailbox gives the date of birth on file: a mistyped address hands nothing over.
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ReachClinic } from '@/components/reach-clinic';
import { Button } from '@/components/ui/button';
import { DateField } from '@/components/ui/date-field';
import { ErrorSummary } from '@/components/ui/error-summary';
import { browserCookieName } from '@/lib/accounts/cookies';
import { formDraft } from '@/lib/accounts/form-draft';
import { heldProof } from '@/lib/accounts/held-ticket';
import { ownPath } from '@/lib/accounts/network';
import { signInPathFor } from '@/lib/accounts/require';
import { publicClinic } from '@/lib/clinic/public-clinic';
import { recoveryFor } from '@/lib/forms/finish-recovery';

const FORM = 'sign-in/birth-date';
const REASONS = ['date-missing', 'date-incomplete', 'date-not-real', 'wrong'] as const;

type Search = { searchParams: Promise<{ next?: string; ended?: string }> };

export async function generateMetadata({ searchParams }: Search): Promise<Metadata> {
  const [t, common, draft, { ended }] = await Promise.all([
    getTranslations('gettingIn.lostKey'),
    getTranslations('common'),
    formDraft(null, FORM),
    searchParams,
  ]);
  if (ended) return { title: t('endedTitle') };
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function BirthDatePage({ searchParams }: Search) {
  const { next, ended } = await searchParams;
  if (ended) return <Ended />;
  const proof = await heldProof((await cookies()).get(browserCookieName())?.value);
  const waiting = proof && (await recoveryFor(proof.ticket));
  if (!waiting) redirect(signInPathFor('/home'));
  const [t, draft] = await Promise.all([getTranslations('gettingIn.lostKey'), formDraft(null, FORM)]);
  const reason = REASONS.find((each) => each === draft?.errors[0]?.reason);
  const error = reason && t(reason);
  const typed = (part: string) => draft?.values[`born-${part}`]?.[0] ?? '';
  return (
    <ClientPage>
      <ErrorSummary errors={error ? [{ href: '#born', message: error }] : []} />
      <h1>{t('title')}</h1>
      <p className="text-lead">{waiting.keepsAddress ? t('leadReset') : t('lead')}</p>
      <form
        method="post"
        action="/sign-in/birth-date/check"
        noValidate
        className="flex flex-col items-start gap-6"
      >
        <input type="hidden" name="next" value={ownPath(next, draft?.values.next?.[0] ?? '')} />
        <DateField
          name="born"
          legend={t('field')}
          {...(error && { error })}
          values={{ day: typed('day'), month: typed('month'), year: typed('year') }}
          birthday
        />
        <Button>{t('submit')}</Button>
        {waiting.keepsAddress && (
          <Button kind="quiet" name="intent" value="keep">
            {t('keep')}
          </Button>
        )}
      </form>
    </ClientPage>
  );
}

async function Ended() {
  const [t, clinic] = await Promise.all([getTranslations('gettingIn.lostKey'), publicClinic()]);
  return (
    <ClientPage back={{ href: '/sign-in', label: t('back') }}>
      <h1>{t('endedTitle')}</h1>
      <p className="text-lead">{t('ended')}</p>
      <ReachClinic clinic={clinic} />
    </ClientPage>
  );
}

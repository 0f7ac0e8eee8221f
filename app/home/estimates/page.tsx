// A client's costs: the estimate that counts, the earlier ones, and how to ask for one.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { moneyInWords } from '@/lib/clinic/money';
import type { Costs } from '@/lib/estimates/costs-of-client';
import { dayInWords } from '@/lib/scheduling/time-in-words';
import { loadCosts } from './load-costs';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('estimates.own'))('title') };
}

export default async function CostsPage({ searchParams }: { searchParams: Promise<{ asked?: string }> }) {
  const costs = await loadCosts();
  if (costs.may === 'not-for-us') redirect('/not-for-us');
  const t = await getTranslations('estimates.own');
  const [newest, ...earlier] = costs.given;
  const asked = (await searchParams).asked !== undefined && costs.due !== null;
  return (
    <ClientPage back={{ href: '/home', label: t('back') }} signedIn>
      <h1>{t('heading')}</h1>
      <p className="text-lead">{t('lead')}</p>
      {costs.due && <OnItsWay due={costs.due} late={costs.late} zone={costs.zone} asked={asked} />}
      {newest && (
        <section aria-labelledby="newest" className="rounded-soft border border-line bg-surface p-5">
          <h2 id="newest">{t('newest')}</h2>
          <p className="mt-2 mb-4">
            <Given one={newest} zone={costs.zone} />
          </p>
          <ButtonLink href={`/home/estimates/${newest.number}`}>{t('see')}</ButtonLink>
        </section>
      )}
      {!costs.due && <Ask may={costs.may} again={newest !== undefined} />}
      {earlier.length > 0 && <Earlier costs={costs} />}
      <p>
        <a href="/fees" className="inline-flex min-h-(--target) items-center">
          {t('fees')}
        </a>
      </p>
    </ClientPage>
  );
}

async function OnItsWay({
  due,
  late,
  zone,
  asked,
}: {
  due: Date;
  late: boolean;
  zone: string;
  asked: boolean;
}) {
  const t = await getTranslations('estimates.own');
  // Midnight ends the day it is due on.
  const when = dayInWords(new Date(due.getTime() - 60_000), zone, await getLocale(), true);
  return (
    <div role="status">
      <Notice kind="info" title={asked ? t('asked') : undefined}>
        <p>{t(late ? 'late' : 'due', { when })}</p>
        <p>{t('whoSees')}</p>
      </Notice>
    </div>
  );
}

async function Given({ one, zone }: { one: Costs['given'][number]; zone: string }) {
  const t = await getTranslations('estimates.own');
  const locale = await getLocale();
  const when = dayInWords(one.givenAt, zone, locale, true);
  const { total, currency } = one.contents ?? { total: 0, currency: 'USD' };
  return t('given', { when, total: moneyInWords(total, currency, locale) });
}

async function Ask({ may, again }: { may: Costs['may']; again: boolean }) {
  const t = await getTranslations('estimates.own');
  if (may === 'not-here') return again ? null : <p>{t('notHere')}</p>;
  if (may === 'answer-first')
    return (
      <section aria-labelledby="ask">
        <h2 id="ask">{t('ask')}</h2>
        <p>{t('answerFirst')}</p>
        <p>
          <a href="/forms/1/a1">{t('answerLink')}</a>
        </p>
      </section>
    );
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{t('ask')}</h2>
      <p>
        {again ? `${t('askAgain')} ` : ''}
        {t('askSays')}
      </p>
      <form method="post" action="/home/estimates/ask">
        <MadeFor />
        <Button kind={again ? 'secondary' : 'primary'}>{t('ask')}</Button>
      </form>
    </section>
  );
}

async function Earlier({ costs }: { costs: Costs }) {
  const t = await getTranslations('estimates.own');
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t('earlier')}</h2>
      <p>{t('earlierLead')}</p>
      <ul className="mt-2 max-w-line list-none divide-y divide-line border-y border-line ps-0">
        {costs.given.slice(1).map((one) => (
          <li key={one.number} className="py-1">
            <a href={`/home/estimates/${one.number}`} className="inline-flex min-h-(--target) items-center">
              {t('one', { number: one.number })}
            </a>
            <span className="block pb-1 text-small text-ink-soft">
              <Given one={one} zone={costs.zone} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

// The first page: what happens here, how long it takes, who reads it, and how to leave quickly.
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { RoomDrawing } from '@/components/room-drawing';
import { Bullets } from '@/components/ui/bullets';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { isOpenToAll } from '@/lib/clinic/is-open';
import { publicClinic } from '@/lib/clinic/public-clinic';

export async function generateMetadata(): Promise<Metadata> {
  const [t, common] = await Promise.all([getTranslations('quiet.welcome'), getTranslations('common')]);
  // The frame's own page gets no ending from the frame.
  return { title: { absolute: `${t('title')} – ${common('shortName')}` } };
}

const steps = ['read', 'signIn', 'before', 'book', 'rest'] as const;

export default async function WelcomePage() {
  const [t, open] = await Promise.all([getTranslations('quiet.welcome'), isOpenToAll()]);
  if (!open) return <NotOpenYet />;
  return (
    <ClientPage width="wide">
      <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,31rem)_minmax(0,1fr)]">
        <div className="flow">
          <h1 className="text-[clamp(2rem,1.4rem+2.6vw,3rem)]">{t('heading')}</h1>
          <p className="max-w-line text-lead">{t('lead')}</p>
          <ButtonRow>
            <ButtonLink href="/sign-in">{t('start')}</ButtonLink>
            <ButtonLink href="/guide/starting" kind="secondary">
              {t('guide')}
            </ButtonLink>
          </ButtonRow>
          <p className="max-w-line text-ink-soft">{t('note')}</p>
        </div>
        <div className="mx-auto w-full max-w-60 sm:max-w-72 lg:ms-auto lg:me-0 lg:max-w-[21rem]">
          <RoomDrawing />
        </div>
      </div>
      <Words />
    </ClientPage>
  );
}

/** Before the practice takes anybody: so much, and no promise. */
async function NotOpenYet() {
  const [t, clinic] = await Promise.all([getTranslations('goingLive.notOpen'), publicClinic()]);
  const link = (href: string) => (words: React.ReactNode) => <a href={href}>{words}</a>;
  return (
    <ClientPage>
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('lead')}</p>
      {clinic?.phone && (
        <p>
          {t.rich('call', { phone: clinic.phone, call: link(`tel:${clinic.phone.replaceAll(' ', '')}`) })}
        </p>
      )}
      <p>{t.rich('help', { help: link('/urgent-help') })}</p>
      <p>{t('account')}</p>
      <ButtonRow>
        <ButtonLink href="/sign-in" kind="secondary">
          {t('signInLink')}
        </ButtonLink>
      </ButtonRow>
    </ClientPage>
  );
}

function Words() {
  const t = useTranslations('quiet.welcome');
  const link = (href: string) => (words: React.ReactNode) => <a href={href}>{words}</a>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-12 pt-8 lg:grid-cols-[minmax(0,31rem)_minmax(0,1fr)]">
      <section>
        <h2>{t('happens')}</h2>
        <Steps />
        <p className="max-w-line">{t('pause')}</p>
        <section>
          <h2>{t('who')}</h2>
          <p className="max-w-line">{t.rich('whoSays', { other: link('/not-for-us') })}</p>
        </section>
      </section>
      <div className="flow">
        <section>
          <h2>{t('reads')}</h2>
          <Bullets items={[t('readers.team'), t('readers.record'), t('readers.partner')]} />
        </section>
        <section>
          <h2>{t('exit')}</h2>
          <p>{t.rich('exitSays', { leaving: link('/leaving'), private: link('/staying-private') })}</p>
        </section>
        <Notice kind="quiet" title={t('urgent')}>
          <p>{t.rich('urgentSays', { help: link('/urgent-help') })}</p>
        </Notice>
      </div>
    </div>
  );
}

function Steps() {
  const t = useTranslations('quiet.welcome.steps');
  return (
    <ol className="mt-4 max-w-line">
      {steps.map((step, index) => (
        <li key={step} className="relative flex gap-4 pb-6 last:pb-2">
          {index < steps.length - 1 && (
            <span aria-hidden="true" className="absolute start-[1.2rem] top-11 bottom-0 w-px bg-line" />
          )}
          <span
            aria-hidden="true"
            className="flex h-11 w-10 shrink-0 items-center justify-center rounded-t-full rounded-b-[0.2rem] border-2 border-dusk bg-surface font-heading font-semibold text-dusk-deep"
          >
            {index + 1}
          </span>
          <span className="pt-1">
            <strong className="font-semibold">{t(`${step}.name`)}</strong>{' '}
            <span className="text-ink-soft">({t(`${step}.time`)})</span>
            <span className="block">{t(`${step}.says`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

// What a client is told at the top of home: what was just done, and what waits for them.
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { SupportFacts } from '@/lib/forms/support-facts';
import type { Home } from '@/lib/onboarding/home';
import { instantInWords } from '@/lib/scheduling/time-in-words';

export function DraftDeleted({ butSign }: { butSign: boolean }) {
  const t = useTranslations('home.deleteDraft');
  return (
    <div role="status">
      <Notice kind="info">{t(butSign ? 'doneButSign' : 'done')}</Notice>
    </div>
  );
}

/** For a little while after signing: that it is done, and where the copy is. */
export function JustSigned({ signed: { slug, title } }: { signed: NonNullable<Home['justSigned']> }) {
  const t = useTranslations('home.signed');
  return (
    <Notice kind="info" title={t('title', { title })}>
      <p>{t.rich('says', { copy: (words) => <a href={`/documents/${slug}/copy`}>{words}</a> })}</p>
    </Notice>
  );
}

/** A clinician asked for more: it stands first, and says no more than that. */
export function AskedNotice() {
  const t = useTranslations('home.request');
  return (
    <Notice kind="info" title={t('title')}>
      <p>{t('waits')}</p>
      <p>
        <ButtonLink href="/home/asked">{t('see')}</ButtonLink>
      </p>
    </Notice>
  );
}

/** New messages stand out; read ones stay where they were. */
export function MessagesNotice({ messages: { unread, all } }: { messages: Home['messages'] }) {
  const t = useTranslations('home.messages');
  if (unread === 0) return null;
  return (
    <Notice kind="info" title={t('new', { unread })}>
      <p>
        <a href="/home/messages">{t('see', { all })}</a>
      </p>
    </Notice>
  );
}

/** Somebody here was told something that worries us: who reads over a shoulder learns no more than that they hear from us. */
export function HearFromUs({ facts: { seen, by, until, zone } }: { facts: SupportFacts }) {
  const t = useTranslations('home.hear');
  const locale = useLocale();
  const how = t(`by.${by}`);
  return (
    <Notice kind="quiet" title={t('title')}>
      <p>
        {seen
          ? t('seen')
          : until
            ? t('until', { how, when: instantInWords(until, zone, locale) })
            : t('soon', { how })}
      </p>
      <p>
        <a href="/support" className="inline-flex min-h-(--target) items-center">
          {t('see')}
        </a>
      </p>
    </Notice>
  );
}

/** After they said no to video: another way to meet, and nobody asks them to say yes again. */
export function MeetOtherwise({ sent, phone }: { sent: boolean; phone: string }) {
  const t = useTranslations('home.noVideo');
  const call = (words: ReactNode) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{words}</a>;
  return (
    <Notice kind="info" title={t('title')}>
      <p>{t.rich('call', { phone, call })}</p>
      {!sent && (
        <p>
          <ButtonLink href="/forms/1/format" kind="secondary">
            {t('inPerson')}
          </ButtonLink>
        </p>
      )}
    </Notice>
  );
}

// One mail: whom it goes to, what became of it, and what staff can do about it. That somebody looked is on the record.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import { requireStaff } from '@/lib/accounts/require';
import { type NoticeToRead, noticeToRead } from '@/lib/notices/notice-to-read';
import { messagePage, STATE_TONES } from '../address';
import { Why } from '../why';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail.one'))('title') };
}

type Asked = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const TOLD = ['queued', 'settled', 'refused'] as const;

export default async function OneMailPage({ params, searchParams }: Asked) {
  const { actor, staff } = await requireStaff();
  const mail = (await noticeToRead(actor, (await params).reference)) ?? notFound();
  const { told } = await searchParams;
  const says = TOLD.find((each) => each === told);
  const t = await getTranslations('mail');
  return (
    <StaffPage active="mail" who={staff.name} roles={staff.roles}>
      <BackLink href="/staff/messages">{t('one.back')}</BackLink>
      <h1>{t(`kind.${mail.kind}`)}</h1>
      {says && <DoneNotice>{t(`one.${says}`)}</DoneNotice>}
      <SummaryList
        rows={[
          {
            label: t('one.to'),
            value: <span className="wrap-anywhere">{mail.to ?? t('one.noAddress')}</span>,
          },
          { label: t('one.made'), value: <When at={mail.createdAt} zone={mail.zone} /> },
          {
            label: t('one.state'),
            value: (
              <>
                <Tag tone={STATE_TONES[mail.state]}>{t(`state.${mail.state}`)}</Tag>{' '}
                <Why row={mail} zone={mail.zone} />
              </>
            ),
          },
          { label: t('one.tries'), value: String(mail.tries) },
          ...(mail.failure ? [{ label: t('one.failure'), value: mail.failure }] : []),
        ]}
      />
      <WhatToDo mail={mail} />
    </StaffPage>
  );
}

async function WhatToDo({ mail: { reference, state, task, again, zone } }: { mail: NoticeToRead }) {
  const t = await getTranslations('mail.one');
  const here = messagePage(reference);
  return (
    <>
      {state === 'gave-up' && <p className="max-w-line">{t('gaveUp')}</p>}
      {state === 'bounced' && <p className="max-w-line">{t('bounced')}</p>}
      {state === 'complained' && <p className="max-w-line">{t('complained')}</p>}
      {task && <p>{t.rich('task', { when: () => <When at={task.dueAt} zone={zone} /> })}</p>}
      {again === 'yes' && (
        <form method="post" action={`${here}/again`} className="flow">
          <p className="max-w-line text-ink-soft">{t('againHint')}</p>
          <Button>{t('again')}</Button>
        </form>
      )}
      {again === 'perhaps-sent' && <p className="max-w-line">{t('perhaps')}</p>}
      {again === 'code' && <p className="max-w-line">{t('code')}</p>}
      {task && (
        <form method="post" action={`${here}/seen-to`}>
          <Button kind="secondary">{t('seen')}</Button>
        </form>
      )}
    </>
  );
}

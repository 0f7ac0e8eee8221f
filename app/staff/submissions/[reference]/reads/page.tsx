// Who has read a client's file, to be handed to that client: on paper, or as a file.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Table } from '@/components/ui/table';
import { When } from '@/components/when';
import { clock } from '@/lib/env/clock';
import type { Reads } from '@/lib/review/reads-of';
import { pageOf, readsPage } from '../addresses';
import { loadReads } from './load-reads';
import { dayInWords, rolesOf, whatWasRead, whichList } from './words';

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record.reads'))('title') };
}

export default async function ReadsPage({ params }: Props) {
  const { reads, staff } = await loadReads((await params).reference, 'page');
  const { reference, initials, zone } = reads;
  const t = await getTranslations('record.reads');
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <BackLink href={pageOf(reference)}>{t('back')}</BackLink>
      <h1>{t('heading', { initials })}</h1>
      <p className="max-w-line">
        {t.rich('lead', { reference, when: () => <When at={clock.now()} zone={zone} /> })}
      </p>
      <p className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
        <a href={`${readsPage(reference)}/list.csv`} className="inline-flex min-h-(--target) items-center">
          {t('file')}
        </a>
        <span className="text-ink-soft">{t('print')}</span>
      </p>
      <Opened reads={reads} />
      <Listed reads={reads} />
    </StaffPage>
  );
}

async function Opened({ reads: { opened, zone } }: { reads: Reads }) {
  const t = await getTranslations('record.reads');
  const heads = ['at', 'name', 'role', 'what', 'place'] as const;
  return (
    <div className="flow">
      <h2>{t('opened')}</h2>
      {opened.length === 0 ? (
        <p>{t('openedNone')}</p>
      ) : (
        <Table
          caption={t('opened')}
          captionHidden
          head={heads.map((head) => t(`head.${head}`))}
          rows={opened.map(({ at, by, event }) => [
            <When key="at" at={at} zone={zone} />,
            by.name,
            rolesOf(t, by),
            whatWasRead(t, event),
            t('place'),
          ])}
        />
      )}
    </div>
  );
}

async function Listed({ reads: { listed } }: { reads: Reads }) {
  const t = await getTranslations('record.reads');
  const heads = ['day', 'name', 'role', 'what', 'place', 'times'] as const;
  return (
    <div className="flow">
      <h2>{t('listed')}</h2>
      {listed.length === 0 ? (
        <p>{t('listedNone')}</p>
      ) : (
        <Table
          caption={t('listed')}
          captionHidden
          head={heads.map((head) => t(`head.${head}`))}
          numeric={[5]}
          rows={listed.map(({ day, by, event, times }) => [
            dayInWords(day),
            by.name,
            rolesOf(t, by),
            whichList(t, event),
            t('place'),
            times,
          ])}
        />
      )}
    </div>
  );
}

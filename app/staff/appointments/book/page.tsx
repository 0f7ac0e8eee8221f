// Staff say for whom a free time of the calendar is: they look for the client, and go on to book it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { SubmissionStatus } from '@/components/submission-status';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { type ClientToBook, clientsToBook } from '@/lib/calendar/clients-to-book';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { addressOfSlot, fieldsOfSlot } from '@/lib/scheduling/slot-address';
import { bookingPage } from '../../calendar-addresses';
import type { Query } from '../../queue-address';
import { type Chosen, chosenIn } from '../times-address';
import { FIND_FORM } from './find-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar.find'))('title') };
}

export default async function FindPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, staff } = await requireStaff(...MAY_SCHEDULE);
  const query = await searchParams;
  const slot = chosenIn(query);
  const words = query.found ? (await formDraft(actor, FIND_FORM))?.values.words?.[0] : undefined;
  const found = words === undefined ? null : await clientsToBook(actor, words);
  const t = await getTranslations('calendar.find');
  return (
    <StaffPage active="calendar" who={staff.name} roles={staff.roles}>
      <BackLink href="/staff/calendar">{t('back')}</BackLink>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('who')}</p>
      <search>
        <form method="post" action="/staff/appointments/book/find" className="flex flex-wrap items-end gap-3">
          {Object.entries(slot ? fieldsOfSlot(slot) : {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField
            name="words"
            label={t('label')}
            defaultValue={words}
            size="medium"
            autoComplete="off"
            spellCheck={false}
          />
          <Button>{t('button')}</Button>
        </form>
      </search>
      {found && <p role="status">{t('found', { count: found.length, words: words ?? '' })}</p>}
      <p>
        <a href="/staff/phone">{t('phone')}</a>
      </p>
      {found && found.length > 0 && <Found found={found} slot={slot} />}
    </StaffPage>
  );
}

async function Found({ found, slot }: { found: ClientToBook[]; slot: Chosen | null }) {
  const t = await getTranslations('calendar.find');
  const calendar = await getTranslations('calendar');
  const address = (reference: string) =>
    slot ? `${bookingPage(reference)}?${addressOfSlot(slot)}` : bookingPage(reference);
  return (
    <Table
      caption={t('table')}
      captionHidden
      head={(['who', 'reference', 'status', 'choose'] as const).map((head) => t(`head.${head}`))}
      rows={found.map(({ name, reference, status }) => [
        name ?? calendar('noName'),
        reference,
        <SubmissionStatus key="status" status={status} />,
        <a key="choose" href={address(reference)} className="font-semibold">
          {t('choose')}
          <span className="sr-only"> {t('chooseHidden', { who: name ?? reference })}</span>
        </a>,
      ])}
    />
  );
}

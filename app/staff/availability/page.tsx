// Every clinician with their weekly hours in a line, and who takes new clients.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { requireStaff } from '@/lib/accounts/require';
import { inRanges } from '@/lib/scheduling/days-typed';
import { type HoursListed, listHours } from '@/lib/scheduling/read-hours';
import { placeOf } from '@/lib/scheduling/time-in-words';
import { briefDate, weekInWords } from '@/lib/scheduling/week-in-words';
import { HOLIDAYS, hoursPage, WAITING } from './addresses';
import { formatsInWords } from './whom-in-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.list'))('title') };
}

export default async function HoursListPage() {
  const { actor, staff } = await requireStaff();
  const people = await listHours(actor);
  const t = await getTranslations('hours.list');
  const format = await getTranslations('hours.format');
  return (
    <StaffPage active="hours" who={staff.name} roles={staff.roles}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {people.length === 0 ? (
        <p className="max-w-line">{t('none')}</p>
      ) : (
        <Table
          caption={t('table')}
          captionHidden
          head={[
            ...[t('head.name'), t('head.hours'), t('head.zone'), t('head.how')],
            ...[t('head.new'), t('head.days')],
          ]}
          rows={people.map((one) => [
            <Name key="name" {...one} />,
            <Week key="week" one={one} />,
            one.setting ? placeOf(one.setting.zone) : '–',
            one.setting ? formatsInWords(one.setting.formats, format) : '–',
            <TakesNew key="new" one={one} />,
            <NextOff key="off" one={one} />,
          ])}
        />
      )}
      <p>
        <a href={HOLIDAYS}>{t('holidays')}</a>
      </p>
      {staff.roles.includes('admin') && (
        <p>
          <a href={WAITING}>{t('waiting')}</a>
        </p>
      )}
    </StaffPage>
  );
}

const Name = ({ name, credential, reference }: HoursListed) => (
  <>
    <a href={hoursPage(reference)} className="font-semibold">
      {name}
    </a>
    {credential && <span className="block text-ink-soft">{credential}</span>}
  </>
);

async function Week({ one: { setting, today } }: { one: HoursListed }) {
  const [t, locale] = [await getTranslations('hours.list'), await getLocale()];
  if (!setting) return <span className="text-ink-soft">{t('unset')}</span>;
  const lines = weekInWords(setting.rules, today, locale);
  if (lines.length === 0) return <span className="text-ink-soft">{t('noHours')}</span>;
  return lines.map((line) => (
    <span key={line} className="block min-w-[15em]">
      {line}
    </span>
  ));
}

async function TakesNew({ one: { setting, isClinician } }: { one: HoursListed }) {
  const t = await getTranslations('hours.list');
  if (!setting) return '–';
  if (!isClinician) return <Tag tone="locked">{t('notClinician')}</Tag>;
  return setting.takesNew ? <Tag tone="active">{t('takesNew')}</Tag> : <Tag tone="locked">{t('noNew')}</Tag>;
}

async function NextOff({ one: { exceptions, today } }: { one: HoursListed }) {
  const [t, locale] = [await getTranslations('hours.days'), await getLocale()];
  const next = inRanges(exceptions).find(({ kind, until }) => kind === 'off' && until >= today);
  if (!next) return '–';
  const from = briefDate(next.from, locale);
  return next.from === next.until ? from : t('range', { from, until: briefDate(next.until, locale) });
}

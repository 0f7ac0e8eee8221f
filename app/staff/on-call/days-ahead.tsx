// The next days, each with who is on call from when until when, and the hours in which nobody is though somebody is here.
import { useTranslations } from 'next-intl';
import { clockTime } from '@/components/clock';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { Rota } from '@/lib/clinic/rota-view';
import { dateInWords } from './words';

export function DaysAhead({ rota: { days, zone }, locale }: { rota: Rota; locale: string }) {
  const t = useTranslations('onCall');
  const span = ({ from, until }: { from: Date; until: Date }) => {
    const ends = clockTime(until, zone);
    return t('span', { from: clockTime(from, zone), until: ends === '00:00' ? '24:00' : ends });
  };
  return (
    <Table
      caption={t('aheadTable')}
      captionHidden
      head={[t('day'), t('who'), t('gaps')]}
      rows={days.map(({ date, covered, gaps }) => [
        <span key="day" className="whitespace-nowrap">
          {dateInWords(date, locale)}
        </span>,
        covered.length > 0 ? (
          <ul key="who" className="list-none ps-0">
            {covered.map((one) => (
              <li key={one.from.toISOString()}>
                <span className="tabular-nums">{span(one)}</span> {one.names.join(', ')}
              </li>
            ))}
          </ul>
        ) : (
          <span key="who" className="text-ink-soft">
            {t('nobody')}
          </span>
        ),
        <span key="gaps" className="flex flex-wrap gap-2">
          {gaps.map((gap) => (
            <Tag key={gap.from.toISOString()} tone="amber">
              {t('gap', { span: span(gap) })}
            </Tag>
          ))}
        </span>,
      ])}
    />
  );
}

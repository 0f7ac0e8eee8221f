// What the rota is made of: each week's shifts and those for single dates, each to be taken off again.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import { dayName } from '@/lib/clinic/hours-in-words';
import type { Rota } from '@/lib/clinic/rota-view';
import { ROTA } from './addresses';
import { dateInWords, timeShort } from './words';

type Given = { rota: Rota; may: boolean; locale: string };
type One = Rota['shifts'][number];

export function Shifts({ rota: { shifts }, may, locale }: Given) {
  const t = useTranslations('onCall');
  const [weekly, once] = [
    shifts.filter(({ weekday }) => weekday !== null),
    shifts.filter(({ onDate }) => onDate !== null),
  ];
  const table = (caption: string, rows: One[]) => (
    <Table
      caption={caption}
      captionHidden
      head={[t('day'), t('hours'), t('who'), ...(may ? [t('remove')] : [])]}
      rows={rows.map((shift) => [
        dayOf(shift, locale),
        hoursOf(shift, t),
        shift.name ?? t('nobody'),
        ...(may ? [<Remove key="remove" shift={shift} locale={locale} />] : []),
      ])}
    />
  );
  return (
    <>
      <section aria-labelledby="weekly" className="flow">
        <h2 id="weekly">{t('weekly')}</h2>
        {weekly.length > 0 ? table(t('weeklyTable'), weekly) : <p>{t('noWeekly')}</p>}
      </section>
      <section aria-labelledby="once" className="flow">
        <h2 id="once">{t('once')}</h2>
        <p className="max-w-line">{t('onceLead')}</p>
        {once.length > 0 ? table(t('onceTable'), once) : <p>{t('noOnce')}</p>}
      </section>
    </>
  );
}

const dayOf = ({ weekday, onDate }: One, locale: string): string =>
  weekday === null ? dateInWords(onDate ?? '', locale) : dayName(weekday, locale);

function hoursOf({ startsLocal, endsLocal }: One, t: ReturnType<typeof useTranslations<'onCall'>>): string {
  const [from, until] = [timeShort(startsLocal), timeShort(endsLocal)];
  return until <= from ? t('overnight', { from, until }) : t('span', { from, until });
}

function Remove({ shift, locale }: { shift: One; locale: string }) {
  const t = useTranslations('onCall');
  return (
    <form method="post" action={`${ROTA}/remove`} className="-ms-[0.5em] -mt-[0.35em]">
      <input type="hidden" name="shift" value={shift.id} />
      <Button kind="quiet">
        {t('remove')}
        <span className="sr-only">
          {' '}
          {t('removeHidden', {
            who: shift.name ?? t('nobody'),
            day: dayOf(shift, locale),
            hours: hoursOf(shift, t),
          })}
        </span>
      </Button>
    </form>
  );
}

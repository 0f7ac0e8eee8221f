// Where a time was just lost: the free ones nearest to it, of the same person first, then of the others who can see this client.
import { useTranslations } from 'next-intl';
import type { Nearest } from '@/lib/scheduling/times-to-choose';
import { TimeList } from './time-list';

type Shown = { nearest: Nearest; zone: string; clinicZone: string; moving: boolean; only: boolean };

export function NearestTimes({ nearest: { same, others }, ...shown }: Shown) {
  const t = useTranslations('schedule.choose');
  const parts = [
    ...(same ? [{ name: t('nearestWith', { name: same.name }), slots: same.slots, only: shown.only }] : []),
    ...(others.length > 0 ? [{ name: t('nearestOthers'), slots: others, only: false }] : []),
  ];
  return (
    <section aria-labelledby="nearest" className="flow">
      <h2 id="nearest" tabIndex={-1}>
        {t('nearest')}
      </h2>
      {parts.map(({ name, slots, only }) => (
        <section key={name} className="flow">
          {parts.length > 1 && <h3>{name}</h3>}
          <TimeList {...shown} slots={slots} withDay only={only} />
        </section>
      ))}
    </section>
  );
}

// An appointment's day and time with its zone spelled out, and the practice's time below where that differs.
import { useLocale, useTranslations } from 'next-intl';
import { instantInWords, localTimeOf } from '@/lib/scheduling/time-in-words';

export function When({ at, zone, clinicZone }: { at: Date; zone: string; clinicZone: string }) {
  const t = useTranslations('schedule.check');
  const locale = useLocale();
  const differs = localTimeOf(at, zone) !== localTimeOf(at, clinicZone);
  return (
    <>
      <time dateTime={at.toISOString()}>{instantInWords(at, zone, locale)}</time>
      {differs && (
        <span className="mt-1 block text-ink-soft">
          {t('atClinic')}: {instantInWords(at, clinicZone, locale)}
        </span>
      )}
    </>
  );
}

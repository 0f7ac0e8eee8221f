// At the question where somebody will be: where anybody here may see people, said before they answer.
import { useTranslations } from 'next-intl';
import { COUNTRIES } from '@/lib/clinic/regions';

/** `regions`: codes; `country`: only its regions, where one was chosen. */
export function WhereWeSeePeople({
  regions,
  country,
}: {
  regions: readonly string[];
  country: string | null;
}) {
  const t = useTranslations('forms.whereSeen');
  const lines = COUNTRIES.flatMap(({ code, name, regions: inside }) => {
    if (country !== null && code !== country) return [];
    if (inside.length === 0) return regions.includes(code) ? [name] : [];
    const seen = inside.filter((one) => regions.includes(one.code)).map((one) => one.name);
    if (seen.length === 0) return [];
    return [country === null ? t('in', { country: name, regions: seen.join(', ') }) : seen.join(', ')];
  });
  if (lines.length === 0) return null;
  return (
    <p className="max-w-line">
      {t('lead')} {lines.join('; ')}.
    </p>
  );
}

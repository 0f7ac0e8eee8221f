// Nobody here can see somebody as they want to come: the reason, and one press that chooses what would work.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { regionName } from '@/lib/clinic/regions';
import type { Nobody } from '@/lib/scheduling/why-nobody';

type Shown = { nobody: Nobody; wanted: 'video' | 'in-person' | null; region: string | null };

/** The reason, in one sentence that a bystander learns nothing dangerous from. */
export function WhyNobody({ nobody, wanted, region }: Shown) {
  const t = useTranslations('anotherWay');
  const place = (region && regionName(region)) ?? t('there');
  return (
    <p className="max-w-line text-lead">{t(`why.${nobody.because}`, { place, how: wanted ?? 'other' })}</p>
  );
}

/** `after`: where to go on when it is changed. Nothing when no change of theirs would help. */
export function ChooseInstead({
  nobody: { instead, because },
  after,
}: Pick<Shown, 'nobody'> & { after: 'forms' | 'schedule' }) {
  const t = useTranslations('anotherWay');
  if (because === 'language') {
    return (
      <p className="max-w-line">{t.rich('language', { a: (words) => <a href="/forms/3/b7">{words}</a> })}</p>
    );
  }
  if (!instead) return null;
  const { company, format } = instead;
  const which = company && format ? 'both' : company ? 'alone' : 'format';
  return (
    <form method="post" action="/forms/another-way/change" className="flow">
      <p className="max-w-line">{t(`offer.${which}`, { how: format ?? 'other' })}</p>
      {company && <input type="hidden" name="company" value={company} />}
      {format && <input type="hidden" name="format" value={format} />}
      <input type="hidden" name="after" value={after} />
      <Button>{t(`button.${which}`, { how: format ?? 'other' })}</Button>
    </form>
  );
}

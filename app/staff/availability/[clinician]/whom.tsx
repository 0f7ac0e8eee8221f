// Whom a clinician sees: new clients, couples, how, in which languages, and where they are licensed.
import { useTranslations } from 'next-intl';
import { Checkbox, Checkboxes } from '@/components/ui/choices';
import { Details } from '@/components/ui/details';
import { FieldError, fieldClass } from '@/components/ui/field';
import { COUNTRIES, ELSEWHERE } from '@/lib/clinic/regions';
import { FORMATS, LANGUAGES } from '@/lib/scheduling/hours-typed';
import { languagesInWords, regionsInWords } from '../whom-in-words';
import type { LoadedHours } from './load-hours';
import { Ticks } from './tick';

type Props = { loaded: LoadedHours; errorOf: (field: string) => string | undefined };

export function Whom({ loaded, errorOf }: Props) {
  const [t, format] = [useTranslations('hours.form'), useTranslations('hours.format')];
  const { all, value } = loaded;
  const ticked = (name: string) => value(name) === 'yes';
  const [takesNew, seesCouples] = ['takesNew', 'seesCouples'].map(ticked);
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-1 text-[1.05rem] font-semibold">{t('whom')}</legend>
      <Checkbox name="takesNew" value="yes" label={t('takesNew')} defaultChecked={takesNew} />
      <Checkbox name="seesCouples" value="yes" label={t('seesCouples')} defaultChecked={seesCouples} />
      <Checkboxes
        name="formats"
        legend={t('formats')}
        error={errorOf('formats')}
        values={all('formats')}
        options={FORMATS.map((each) => ({ value: each, label: format(each) }))}
      />
      <div className={fieldClass(errorOf('languages'))}>
        <fieldset
          className="flex min-w-0 flex-col gap-1"
          aria-describedby={errorOf('languages') && 'languages-error'}
        >
          <legend className="mb-1 font-semibold">{t('languages')}</legend>
          <FieldError name="languages">{errorOf('languages')}</FieldError>
          <Details
            summary={languagesInWords(all('languages')) || t('noLanguages')}
            open={all('languages').length === 0}
          >
            <Ticks name="languages" options={LANGUAGES} chosen={all('languages')} first />
          </Details>
        </fieldset>
      </div>
      <Regions loaded={loaded} error={errorOf('regions')} />
    </fieldset>
  );
}

function Regions({ loaded: { may, hours, all }, error }: { loaded: LoadedHours; error?: string }) {
  const t = useTranslations('hours.form');
  if (!may.licences) {
    const regions = regionsInWords(hours.setting?.regions ?? []);
    return <p className="max-w-line">{regions ? t('regionsRead', { regions }) : t('noRegions')}</p>;
  }
  const chosen = all('regions');
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 font-semibold">{t('regions')}</legend>
      <input type="hidden" name="regions-asked" value="yes" />
      <p className="text-ink-soft">{t('regionsHint')}</p>
      <FieldError name="regions">{error}</FieldError>
      {groupsOf(t('whole')).map(({ name, options }, at) => {
        const count = options.filter(({ value }) => chosen.includes(value)).length;
        return (
          <Details key={name} summary={t('chosen', { name, count })}>
            <Ticks name="regions" options={options} chosen={chosen} first={at === 0} />
          </Details>
        );
      })}
    </fieldset>
  );
}

/** The regions of each country that has them, and the countries that are licensed as a whole. */
function groupsOf(whole: string) {
  const countries = COUNTRIES.filter(({ code }) => code !== ELSEWHERE);
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });
  return [
    ...countries
      .filter(({ regions }) => regions.length > 0)
      .map(({ name, regions }) => ({ name, options: regions.map(option) })),
    { name: whole, options: countries.filter(({ regions }) => regions.length === 0).map(option) },
  ];
}

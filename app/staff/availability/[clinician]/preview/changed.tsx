// The parts of somebody's hours that would be different, each as it is and as it would be.
import { useLocale, useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { rowsOf } from '@/lib/scheduling/hours-rows';
import { type HoursSetting, keyOfRule } from '@/lib/scheduling/hours-setting';
import { placeOf } from '@/lib/scheduling/time-in-words';
import { formatsInWords, languagesInWords, regionsInWords } from '../../whom-in-words';
import { rowInWords } from '../hours-read';

type Props = { before: HoursSetting | null; after: HoursSetting; parts: (keyof HoursSetting)[] };

export function Changed({ before, after, parts }: Props) {
  const t = useTranslations('hours.preview');
  const inWords = useInWords();
  const rest = parts.filter((part) => part !== 'rules');
  const lost = before?.regions.some((region) => !after.regions.includes(region));
  return (
    <section aria-labelledby="changed" className="flow min-w-0">
      <h2 id="changed">{t('changed')}</h2>
      {parts.includes('rules') && <ChangedRules before={before?.rules ?? []} after={after.rules} />}
      {rest.length > 0 && (
        <SummaryList
          rows={rest.map((part) => ({
            label: t(`part.${part}`),
            value: t('was', {
              was: before ? inWords(part, before) : t('noneBefore'),
              now: inWords(part, after),
            }),
          }))}
        />
      )}
      {lost && <p className="max-w-line">{t('regionsBooked')}</p>}
    </section>
  );
}

function ChangedRules({ before, after }: Record<'before' | 'after', HoursSetting['rules']>) {
  const t = useTranslations('hours.preview');
  const read = useTranslations('hours.read');
  const locale = useLocale();
  const [was, will] = [before, after].map((rules) => new Set(rules.map(keyOfRule)));
  const added = rowsOf(after.filter((rule) => !was?.has(keyOfRule(rule))));
  const gone = rowsOf(before.filter((rule) => !will?.has(keyOfRule(rule))));
  const tags = {
    new: <Tag tone="active">{t('ruleNew')}</Tag>,
    gone: <Tag tone="locked">{t('ruleGone')}</Tag>,
  };
  return (
    <Table
      caption={t('rules')}
      captionHidden
      head={[t('rule'), read('days'), read('times'), read('holds')]}
      rows={[
        ...gone.map((row) => [tags.gone, ...rowInWords(row, locale)]),
        ...added.map((row) => [tags.new, ...rowInWords(row, locale)]),
      ]}
    />
  );
}

function useInWords() {
  const [read, format] = [useTranslations('hours.read'), useTranslations('hours.format')];
  return (part: keyof HoursSetting, setting: HoursSetting): string => {
    const value = setting[part];
    if (part === 'formats') return formatsInWords(setting.formats, format);
    if (part === 'languages') return languagesInWords(setting.languages);
    if (part === 'regions') return regionsInWords(setting.regions) || read('nowhere');
    if (part === 'zone') return placeOf(setting.zone);
    return typeof value === 'boolean' ? read(value ? 'yes' : 'no') : String(value);
  };
}

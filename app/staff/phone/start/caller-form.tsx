// The form for somebody on the phone: their address twice, what to call them, and what they like to say already.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { DateField } from '@/components/ui/date-field';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { type ByPhone, LANGUAGE, optionsOf, PLACE, placeOptions } from '@/lib/forms/given-by-phone';
import { START } from '../addresses';

type Props = {
  values: Record<string, string[]>;
  errors: readonly { field: string; message: string }[];
};

export function CallerForm({ values, errors }: Props) {
  const t = useTranslations('phone.start');
  const about = (name: string) => ({
    name,
    error: errors.find(({ field }) => field === name)?.message,
  });
  const one = (name: string) => values[name]?.[0];
  const typed = { autoComplete: 'off', size: 'medium', spellCheck: false } as const;
  const notSaid = { value: '', label: t('notSaid') };
  const choice = (id: ByPhone) => [...optionsOf(id).map(({ value, label }) => ({ value, label })), notSaid];
  return (
    <form
      method="post"
      action={`${START}/check`}
      noValidate
      className="flex min-w-0 flex-col items-start gap-5"
    >
      <TextField
        {...about('email')}
        {...typed}
        type="email"
        inputMode="email"
        label={t('email')}
        hint={t('emailHint')}
        defaultValue={one('email')}
      />
      <TextField
        {...about('emailAgain')}
        {...typed}
        type="email"
        inputMode="email"
        label={t('emailAgain')}
        hint={t('emailAgainHint')}
        defaultValue={one('emailAgain')}
      />
      <TextField
        {...about('B1')}
        {...typed}
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={one('B1')}
      />
      <h2>{t('more')}</h2>
      <p className="max-w-line">{t('moreLead')}</p>
      <DateField
        {...about('B3')}
        legend={t('birth')}
        hint={t('birthHint')}
        values={{ day: one('B3-day'), month: one('B3-month'), year: one('B3-year') }}
      />
      <TextField
        {...about('A2')}
        {...typed}
        type="tel"
        inputMode="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        defaultValue={one('A2')}
      />
      <Select
        {...about(PLACE)}
        label={t('place')}
        hint={t('placeHint')}
        value={one(PLACE)}
        options={[notSaid, ...placeOptions()]}
      />
      <Select
        {...about(LANGUAGE)}
        label={t('language')}
        value={one(LANGUAGE)}
        options={[notSaid, ...optionsOf('B7')]}
      />
      <Radios
        {...about('format')}
        legend={t('format')}
        value={one('format') ?? ''}
        options={choice('format')}
      />
      <Radios {...about('C8')} legend={t('company')} value={one('C8') ?? ''} options={choice('C8')} />
      <Button>{t('check')}</Button>
    </form>
  );
}

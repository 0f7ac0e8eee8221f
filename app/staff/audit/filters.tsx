// What of the record is shown: by whom, what, about which client, and on which days. All of it stands in the address.
import { useTranslations } from 'next-intl';
import { FILTER_LINK } from '@/components/filter-choice';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { RECORD_GROUPS } from '@/lib/review/record-groups';
import type { RecordList } from '@/lib/review/record-list';
import { RECORD, recordPage } from './addresses';

/** `typed`: the reference as it was typed; one that is none is shown again. */
export function Filters({ list: { filter, staff }, typed }: { list: RecordList; typed: string }) {
  const t = useTranslations('record');
  const isNarrow = Object.values(filter).some((value) => value !== null) || typed !== '';
  return (
    <form method="get" action={RECORD} className="no-print">
      <fieldset>
        <legend className="sr-only">{t('filter.legend')}</legend>
        <div className="grid items-end gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-[repeat(5,minmax(0,1fr))_auto]">
          <Select
            name="who"
            label={t('filter.who')}
            value={filter.who ?? ''}
            options={[
              { value: '', label: t('filter.everybody') },
              { value: 'clients', label: t('filter.clients') },
              { value: 'portal', label: t('filter.portal') },
              ...staff.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <Select
            name="group"
            label={t('filter.group')}
            value={filter.group ?? ''}
            options={[
              { value: '', label: t('filter.everything') },
              ...RECORD_GROUPS.map((group) => ({ value: group, label: t(`group.${group}`) })),
            ]}
          />
          <TextField
            name="client"
            label={t('filter.client')}
            defaultValue={typed}
            size="medium"
            autoComplete="off"
            spellCheck={false}
          />
          <TextField name="from" type="date" label={t('filter.from')} defaultValue={filter.from ?? ''} />
          <TextField name="to" type="date" label={t('filter.to')} defaultValue={filter.to ?? ''} />
          <div className="flex flex-wrap items-center gap-2">
            <Button kind="secondary">{t('filter.show')}</Button>
            {isNarrow && (
              <a href={recordPage()} className={FILTER_LINK}>
                {t('filter.clear')}
              </a>
            )}
          </div>
        </div>
      </fieldset>
    </form>
  );
}

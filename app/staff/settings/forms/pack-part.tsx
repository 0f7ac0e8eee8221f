// One part of the questionnaire: a box to ask it or not, what it asks, how long it takes, and what nobody is told of without it.
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/choices';
import { Details } from '@/components/ui/details';
import type { Pack } from '@/lib/clinic/packs';
import type { PackOffered } from '@/lib/forms/packs-offered';
import type { messages } from '@/messages/en';
import { boxOf } from './addresses';

type Given = { offered: PackOffered; ticked: (pack: Pack) => boolean };

export function PackPart({ offered, ticked }: Given) {
  const t = useTranslations('packs');
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 border-t border-line pt-4">
      <legend className="sr-only">{offered.title}</legend>
      <Box offered={offered} ticked={ticked} label={t('ask', { title: offered.title })} />
      {offered.within.length > 0 && (
        <div className="flex flex-col gap-3 sm:ps-8">
          {offered.within.map((one) => (
            <Box key={one.pack} offered={one} ticked={ticked} label={t('askWithin', { title: one.title })} />
          ))}
        </div>
      )}
    </fieldset>
  );
}

function Box({ offered, ticked, label }: Given & { label: string }) {
  const t = useTranslations('packs');
  const { pack, asks, minutes, watches, within } = offered;
  // What is watched within it is said there.
  const inside = within.flatMap((one) => one.watches);
  const own = watches.filter((rule) => !inside.includes(rule));
  return (
    <div className="flex flex-col gap-1">
      <Checkbox name={boxOf(pack)} value="yes" label={label} defaultChecked={ticked(pack)} />
      <p className="max-w-line text-small text-ink-soft">
        {t('length', { count: asks.length, minutes })} {t('who')}
      </p>
      {own.length > 0 && (
        <div className="max-w-line text-small">
          <p className="font-semibold">{t('unwatched')}</p>
          <ul className="list-disc ps-5">
            {own.map(({ id }) => (
              <li key={id}>{t(`watch.${id as keyof (typeof messages)['packs']['watch']}`)}</li>
            ))}
          </ul>
        </div>
      )}
      <Details summary={t('asks')}>
        <p>{asks.join(' · ')}</p>
      </Details>
    </div>
  );
}

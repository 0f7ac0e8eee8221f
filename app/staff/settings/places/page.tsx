// Where the practice sends people whom it can't take on, as its lead or an admin keeps the list.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PlaceFields } from '@/app/staff/place-fields';
import { DoneNotice } from '@/components/done-notice';
import { NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { PLACE_PARTS, PLACE_REASONS, type ReferralPlace } from '@/lib/clinic/referral-places';
import { GROUP, orderField, PLACES } from './addresses';
import { loadPlaces } from './load-places';

const REASONS = [...PLACE_REASONS, 'changed-meanwhile', 'not-allowed'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const { draft } = await loadPlaces();
  const [t, common] = [await getTranslations('endings.places'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

/** As somebody reads it: its name first, and nothing that is only ours. */
const inOneLine = (place: ReferralPlace): string =>
  PLACE_PARTS.map((part) => place[part])
    .filter(Boolean)
    .join(' · ');

type Props = { searchParams: Promise<{ saved?: string }> };

export default async function PlacesPage({ searchParams }: Props) {
  const { staff, draft, overtaken, places, value, rows, stamp } = await loadPlaces();
  const t = await getTranslations('endings.places');
  const saved = (await searchParams).saved !== undefined && !draft;
  const errors = (draft?.errors ?? []).flatMap(({ field, reason, values }) => {
    const known = REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`, { row: Number(values?.row ?? 0) }) }] : [];
  });
  const error = (name: string) => errors.find(({ field }) => field === name)?.message;
  return (
    <StaffPage active="places" who={staff.name} roles={staff.roles}>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      {saved && <DoneNotice>{t('saved')}</DoneNotice>}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <p className="max-w-line text-ink-soft">{t('rule')}</p>
      {overtaken && (
        <Notice kind="urgent">
          <p>{t('overtaken')}</p>
          {places.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <ol>
              {places.map((place, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: read only, and never moved
                <li key={at}>{inOneLine(place)}</li>
              ))}
            </ol>
          )}
        </Notice>
      )}
      {draft && <NotSaved action={`${PLACES}/save`} />}
      <form
        method="post"
        action={`${PLACES}/save`}
        noValidate
        className="flex max-w-[70rem] min-w-0 flex-col gap-6"
      >
        <input type="hidden" name="stamp" value={stamp} />
        {Array.from({ length: rows }, (_, at) => at + 1).map((row) => (
          <fieldset key={row} className="flex min-w-0 flex-col gap-2 border-t border-line pt-3">
            <legend className="float-start text-ink-soft">{t('row', { row })}</legend>
            <PlaceFields
              group={GROUP}
              row={row}
              value={value}
              error={error}
              before={
                <TextField
                  name={orderField(row)}
                  label={t('order')}
                  defaultValue={value(orderField(row)) || String(row)}
                  inputMode="decimal"
                  autoComplete="off"
                  size="short"
                />
              }
            />
          </fieldset>
        ))}
        <div id="save">
          <Button>{t('save')}</Button>
        </div>
      </form>
    </StaffPage>
  );
}

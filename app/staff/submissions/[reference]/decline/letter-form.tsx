// The form of a letter: how it begins, its words, why, and the places it names.
import { useTranslations } from 'next-intl';
import { PlaceFields } from '@/app/staff/place-fields';
import { Button } from '@/components/ui/button';
import { Checkboxes, Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/details';
import { TextArea } from '@/components/ui/text-area';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { PLACE_PARTS, placeField } from '@/lib/clinic/referral-places';
import { DECLINE_REASONS, LONGEST_LETTER } from '@/lib/review/decline-letter';
import type { FileToEnd } from '@/lib/review/file-to-end';
import { boxOf, FREE, FREE_PLACES } from '@/lib/review/letter-typed';
import { declinePage, STARTS, type Start } from './addresses';

type Props = {
  file: FileToEnd;
  draft: FormDraft | null;
  /** The beginning that was asked for; null for what was written, or the usual one. */
  start: Start | null;
  errors: readonly { field: string; message: string }[];
  roles: readonly string[];
};

export function LetterForm({ file, draft, start, errors, roles }: Props) {
  const t = useTranslations('endings.decline');
  const reasons = useTranslations('endings.reason');
  const here = declinePage(file.reference);
  const error = (name: string) => errors.find(({ field }) => field === name)?.message;
  const one = (name: string) => draft?.values[name]?.[0] ?? '';
  return (
    <form
      method="post"
      action={`${here}/check`}
      noValidate
      className="flex max-w-page min-w-0 flex-col gap-7"
    >
      <Beginnings
        here={here}
        chosen={start ?? (draft ? null : 'cannot')}
        returns={draft !== null && start !== null}
      />
      <TextArea
        name="letter"
        label={t('letter')}
        hint={t('letterHint')}
        error={error('letter')}
        rows={14}
        maxLength={LONGEST_LETTER}
        defaultValue={draft && !start ? one('letter') : t(`letters.${start ?? 'cannot'}`)}
      />
      {file.places.length > 0 ? (
        <Checkboxes
          name="place"
          legend={t('places')}
          hint={t('placesHint')}
          values={draft?.values.place}
          options={file.places.map((place) => ({
            value: boxOf(place),
            label: place.name,
            hint: [place.whatFor, place.phone, place.web].filter(Boolean).join(' · '),
          }))}
        />
      ) : (
        <p>{t('noPlaces')}</p>
      )}
      {roles.some((role) => role === 'lead' || role === 'admin') && (
        <p>
          <a href="/staff/settings/places">{t('keepPlaces')}</a>
        </p>
      )}
      {Array.from({ length: FREE_PLACES }, (_, at) => at + 1).map((row) => (
        <Details
          key={row}
          summary={t(row === 1 ? 'free' : 'freeNamed', { row })}
          open={PLACE_PARTS.some(
            (part) => one(placeField(FREE, row, part)) || error(placeField(FREE, row, part)),
          )}
        >
          <PlaceFields group={FREE} row={row} value={one} error={error} />
        </Details>
      ))}
      <Radios
        name="reason"
        legend={t('reason')}
        hint={t('reasonHint')}
        error={error('reason')}
        value={one('reason') || undefined}
        options={DECLINE_REASONS.map((reason) => ({ value: reason, label: reasons(reason) }))}
      />
      <div>
        <Button>{t('continue')}</Button>
      </div>
    </form>
  );
}

function Beginnings({ here, chosen, returns }: { here: string; chosen: Start | null; returns: boolean }) {
  const t = useTranslations('endings.decline');
  return (
    <nav aria-label={t('starts')} className="max-w-line">
      <p className="font-semibold">{t('starts')}</p>
      <ul className="flex list-none flex-wrap gap-x-6 ps-0">
        {STARTS.map((start) => (
          <li key={start}>
            <a
              href={`${here}?start=${start}`}
              aria-current={start === chosen ? 'true' : undefined}
              className="inline-flex min-h-(--target) items-center aria-[current=true]:font-semibold"
            >
              {t(`start.${start}`)}
            </a>
          </li>
        ))}
      </ul>
      {returns && (
        <p role="status">
          {t('fresh')} <a href={here}>{t('own')}</a>
        </p>
      )}
    </nav>
  );
}

// The form of a letter: how it begins, its words, why, and the places it names.
import { useTranslations } from 'next-intl';
import { PlaceFields } from '@/app/staff/place-fields';
import { TypedForm } from '@/components/typed-form';
import { Button, ButtonRow } from '@/components/ui/button';
import { Checkboxes, Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { PLACE_PARTS, placeField } from '@/lib/clinic/referral-places';
import { DECLINE_REASONS, LONGEST_LETTER } from '@/lib/review/decline-letter';
import type { FileToDecide } from '@/lib/review/file-to-decide';
import { boxOf, FREE, FREE_PLACES } from '@/lib/review/letter-typed';
import { BEGIN, declinePage, IS_WRITTEN, REPLACE, STARTS, startNamed } from './addresses';

type Props = {
  file: FileToDecide;
  draft: FormDraft | null;
  errors: readonly { field: string; message: string }[];
  roles: readonly string[];
};

export function LetterForm({ file, draft, errors, roles }: Props) {
  const t = useTranslations('endings.decline');
  const reasons = useTranslations('endings.reason');
  const error = (name: string) => errors.find(({ field }) => field === name)?.message;
  const one = (name: string) => draft?.values[name]?.[0] ?? '';
  const letter = draft ? one('letter') : t('letters.cannot');
  return (
    <TypedForm
      action={`${declinePage(file.reference)}/check`}
      draft={draft}
      className="flex max-w-page min-w-0 flex-col gap-7"
      button={<Button>{t('continue')}</Button>}
    >
      <Beginnings letter={letter} draft={draft} />
      <TextArea
        name="letter"
        label={t('letter')}
        hint={t('letterHint')}
        error={error('letter')}
        rows={14}
        maxLength={LONGEST_LETTER}
        defaultValue={letter}
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
    </TypedForm>
  );
}

/** Other words to begin with. Who wrote in the letter already is asked first. */
function Beginnings({ letter, draft }: { letter: string; draft: FormDraft | null }) {
  const t = useTranslations('endings.decline');
  const written = draft?.errors.find(({ reason }) => reason === IS_WRITTEN);
  const wanted = startNamed(written?.values?.start);
  return (
    <fieldset id={BEGIN} className="max-w-line scroll-mt-24">
      {/* Enter in a box goes on, as everywhere: it begins nothing anew. */}
      <button type="submit" hidden />
      <legend className="font-semibold">{t('starts')}</legend>
      {wanted ? (
        <div role="alert">
          <Notice kind="info" title={t('written')}>
            <p>{t('writtenSays', { start: t(`start.${wanted}`) })}</p>
            <ButtonRow>
              <Button kind="secondary" name={REPLACE} value={wanted}>
                {t('replace')}
              </Button>
              <Button kind="quiet" name="intent" value="later">
                {t('keepMine')}
              </Button>
            </ButtonRow>
          </Notice>
        </div>
      ) : (
        <div className="mt-2 flex flex-wrap gap-3">
          {STARTS.map((start) => (
            <Button key={start} kind="secondary" name={BEGIN} value={start}>
              {t(`start.${start}`)}
              {letter.trim() === t(`letters.${start}`) && <span className="sr-only"> {t('begun')}</span>}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

// A letter as its reader sees it: its words, other places to go, and help for now. The same for whoever is about to send it.
import { useLocale, useTranslations } from 'next-intl';
import { HelpLines } from '@/components/help-lines';
import { countryToShow } from '@/lib/clinic/country-to-show';
import type { ReferralPlace } from '@/lib/clinic/referral-places';
import { callHref, urgentHelp } from '@/lib/clinic/urgent-help';
import { instantInWords } from '@/lib/scheduling/time-in-words';

export type LetterShown = {
  text: string;
  places: readonly ReferralPlace[];
  /** The time that is cancelled with it. */
  time: { startsAt: Date; zone: string; with: string } | null;
  /** Where its reader is, and the practice: ISO 3166 alpha-2. */
  country: string | null;
  clinic: { country: string; phone: string; email: string };
};

/** The empty lines between paragraphs, as they were typed. */
export const paragraphsOf = (text: string): string[] =>
  text.split(/\n{2,}/).filter((part) => part.trim() !== '');

export function LetterView({ letter, level = 2 }: { letter: LetterShown; level?: 2 | 3 }) {
  const t = useTranslations('endings.letter');
  const locale = useLocale();
  const Heading = `h${level}` as const;
  const { text, places, time, country, clinic } = letter;
  const shown = countryToShow({ said: country, languages: null, clinic: clinic.country });
  return (
    <>
      <div className="flow max-w-line">
        {paragraphsOf(text).map((paragraph, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a letter's paragraphs never move
          <p key={at} className="wrap-anywhere whitespace-pre-line">
            {paragraph}
          </p>
        ))}
      </div>
      {time && (
        <section>
          <Heading>{t('time')}</Heading>
          <p className="mt-2 max-w-line">
            {t('timeSays', { when: instantInWords(time.startsAt, time.zone, locale), name: time.with })}
          </p>
        </section>
      )}
      {places.length > 0 && <Places places={places} heading={Heading} />}
      <section>
        <Heading>{t('urgent')}</Heading>
        {shown ? (
          <>
            <p className="mt-2 max-w-line">{t('urgentSays')}</p>
            <HelpLines help={urgentHelp[shown]} level={3} only={['danger', 'crisis', 'relationship']} />
          </>
        ) : (
          <p className="mt-2 max-w-line">{t('urgentElsewhere')}</p>
        )}
      </section>
    </>
  );
}

/** Their addresses are words, not links: nothing tells another site where somebody came from. */
function Places({ places, heading: Heading }: { places: readonly ReferralPlace[]; heading: 'h2' | 'h3' }) {
  const t = useTranslations('endings.letter');
  return (
    <section>
      <Heading>{t('places')}</Heading>
      <p className="mt-2 max-w-line">{t('placesSay')}</p>
      <ul className="mt-3 flex max-w-line list-none flex-col gap-3 ps-0">
        {places.map(({ name, whatFor, phone, web, note }, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a letter's places never move
            key={at}
            className="keep-together rounded-soft border border-line bg-surface px-5 py-3 wrap-anywhere"
          >
            <p className="font-semibold">{name}</p>
            {whatFor && <p>{whatFor}</p>}
            {phone && (
              <p>
                <a href={callHref(phone)} className="inline-flex min-h-(--target) items-center tabular-nums">
                  {t('phone', { number: phone })}
                </a>
              </p>
            )}
            {web && <p>{t('web', { address: web })}</p>}
            {note && <p className="text-ink-soft">{note}</p>}
          </li>
        ))}
      </ul>
      {places.some(({ web }) => web !== '') && (
        <p className="mt-2 max-w-line text-small text-ink-soft">{t('webSays')}</p>
      )}
    </section>
  );
}

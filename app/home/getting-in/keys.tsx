// What a client has besides their e-mail: a PIN, passkeys, and the way to add, change or take away each.
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import type { Passkey, SecondKeys } from '@/lib/accounts/second-key';
import { dayInWords } from '@/lib/scheduling/time-in-words';

export function PinPart({ keys: { pin, passkeys, zone } }: { keys: SecondKeys }) {
  const t = useTranslations('gettingIn.pin');
  const locale = useLocale();
  return (
    <section aria-labelledby="pin">
      <h2 id="pin">{t('heading')}</h2>
      <p className="mt-2">{t('about')}</p>
      {pin && <p className="mt-1">{t('setAt', { date: dayInWords(pin.setAt, zone, locale, true) })}</p>}
      {pin?.shut && <p className="mt-1">{t('shut')}</p>}
      <ButtonRow>
        <ButtonLink href="/home/getting-in/pin" kind={pin || passkeys.length > 0 ? 'secondary' : 'primary'}>
          {pin ? t('change') : t('set')}
        </ButtonLink>
        {pin && (
          <ButtonLink href="/home/getting-in/remove?what=pin" kind="quiet">
            {t('remove')}
          </ButtonLink>
        )}
      </ButtonRow>
    </section>
  );
}

export function PasskeyPart({ keys: { passkeys, zone } }: { keys: SecondKeys }) {
  const t = useTranslations('gettingIn.passkey');
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t('heading')}</h2>
      <p className="mt-2">{t('about')}</p>
      {passkeys.length > 0 && (
        <ul className="mt-4 list-none divide-y divide-line border-y border-line ps-0">
          {passkeys.map((passkey) => (
            <OnePasskey key={passkey.reference} passkey={passkey} zone={zone} />
          ))}
        </ul>
      )}
      <ButtonRow>
        <ButtonLink href="/home/getting-in/passkey" kind="secondary">
          {passkeys.length > 0 ? t('addAnother') : t('add')}
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}

function OnePasskey({ passkey, zone }: { passkey: Passkey; zone: string }) {
  const t = useTranslations('gettingIn.passkey');
  const locale = useLocale();
  const day = (at: Date) => dayInWords(at, zone, locale, true);
  const label = passkey.label || t('unnamed');
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-2">
      <span className="min-w-0">
        <span className="block font-semibold wrap-anywhere">{label}</span>
        <span className="block text-small text-ink-soft">
          {t('added', { date: day(passkey.addedAt) })}{' '}
          {passkey.lastUsedAt ? t('used', { date: day(passkey.lastUsedAt) }) : t('unused')}
        </span>
      </span>
      <a
        href={`/home/getting-in/remove?what=${passkey.reference}`}
        className="inline-flex min-h-(--target) items-center"
      >
        {t('remove')}
        <span className="sr-only">{t('removeWhich', { label })}</span>
      </a>
    </li>
  );
}

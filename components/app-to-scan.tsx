// The secret of an authenticator app, as a picture to scan and as letters to type.
import { getTranslations } from 'next-intl/server';
import QRCode from 'qrcode';

/** `address`: `otpauth://…`, which the picture holds. */
export async function AppToScan({ secret, address }: { secret: string; address: string }) {
  const t = await getTranslations('staffSignIn.enrol');
  const picture = await QRCode.toDataURL(address, { margin: 2, width: 240 });
  return (
    <>
      <h2>{t('scan')}</h2>
      <img src={picture} width="240" height="240" alt={t('alt')} />
      <h2>{t('key')}</h2>
      <p>
        <code className="break-all tabular-nums">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
    </>
  );
}

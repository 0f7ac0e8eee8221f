// How to reach the clinic, once it has said how.
import { useTranslations } from 'next-intl';

export function ReachClinic({ clinic }: { clinic: { phone: string; email: string } | null }) {
  const t = useTranslations('common');
  if (!clinic) return null;
  const { phone, email } = clinic;
  return (
    <p>
      {t.rich('reach', {
        phone: () => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>,
        email: () => <a href={`mailto:${email}`}>{email}</a>,
      })}
    </p>
  );
}

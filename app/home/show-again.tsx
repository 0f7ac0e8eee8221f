// Before a change of how one gets in: whoever has been here a while shows once more that it is they.
import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';

/** `href`: where they show it, and come back from. */
export function ShowAgain({ href }: { href: string }) {
  const t = useTranslations('gettingIn.again');
  return (
    <>
      <p className="text-lead">{t('lead')}</p>
      <p>
        <ButtonLink href={href}>{t('submit')}</ButtonLink>
      </p>
    </>
  );
}

// Signs out with one press: a form, because leaving changes something.
import { useTranslations } from 'next-intl';

export function SignOutButton() {
  const t = useTranslations('common');
  return (
    <form method="post" action="/sign-out">
      <button
        type="submit"
        className="inline-flex min-h-(--target) cursor-pointer items-center text-ink underline underline-offset-[0.18em]"
      >
        {t('footer.signOut')}
      </button>
    </form>
  );
}

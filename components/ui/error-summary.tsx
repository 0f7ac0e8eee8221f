// What is to be corrected, at the top of the page: it takes the focus and leads to each field.
import { useTranslations } from 'next-intl';

export function ErrorSummary({ errors }: { errors: readonly { href: string; message: string }[] }) {
  const t = useTranslations('common');
  if (errors.length === 0) return null;
  return (
    <div
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: a page with errors begins at its errors, without JavaScript too
      autoFocus
      className="max-w-line rounded-soft border-2 border-danger bg-surface p-5"
    >
      <h2 className="text-h3">{t('errorSummary')}</h2>
      <ul className="mt-2 flex flex-col gap-1">
        {errors.map(({ href, message }) => (
          <li key={href + message}>
            <a href={href} className="inline-block py-1 font-semibold text-danger">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

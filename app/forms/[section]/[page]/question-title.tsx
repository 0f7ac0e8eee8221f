// A question as its page's heading: with the client's own address where it belongs, and a word when it can be left out.
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';

export function QuestionTitle({
  title,
  email,
  optional,
}: {
  title: string;
  email: string;
  optional: boolean;
}) {
  const t = useTranslations('common');
  const [before = '', ...after] = title.split('{email}');
  return (
    <>
      {before}
      {after.map((words) => (
        <Fragment key={words}>
          <span className="wrap-anywhere">{email}</span>
          {words}
        </Fragment>
      ))}
      {optional && (
        <span className="font-body text-[1rem] font-normal whitespace-nowrap text-ink-soft">
          {' '}
          {t('optional')}
        </span>
      )}
    </>
  );
}

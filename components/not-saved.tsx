// Says to staff that what stands in a form is what they typed and not what counts, and lets them drop it.
import { useTranslations } from 'next-intl';
import { Button } from './ui/button';
import { Notice } from './ui/notice';

type Given = {
  /** Where the form goes: with nothing but this button's word in it, what was typed is dropped and nothing is saved. */
  action: string;
};

/** Stands before the form, on every page that shows a form's draft again. */
export function NotSaved({ action }: Given) {
  const t = useTranslations('common.notSaved');
  return (
    <div role="status">
      <Notice kind="info">
        <p>{t('says')}</p>
        <DropTyped action={action} />
      </Notice>
    </div>
  );
}

/** The button alone, where the words around it say already what is not saved. */
export function DropTyped({ action, label }: Given & { label?: string }) {
  const t = useTranslations('common.notSaved');
  return (
    <form method="post" action={action}>
      <Button kind="secondary" name="intent" value="drop">
        {label ?? t('drop')}
      </Button>
    </form>
  );
}

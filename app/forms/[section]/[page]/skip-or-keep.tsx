// Somebody pressed Skip and had written something: it is theirs to say whether it goes.
import { useTranslations } from 'next-intl';
import { Button, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** The question's place on the page. */
export const ASKED = 'asked';

/** Stands inside the page's form. Enter keeps: that button comes first. */
export function SkipOrKeep() {
  const t = useTranslations('forms.skipping');
  return (
    <div id={ASKED} tabIndex={-1}>
      <Notice kind="info" title={t('title')}>
        <p>{t('says')}</p>
        <ButtonRow>
          <Button name="intent" value="continue">
            {t('keep')}
          </Button>
          <Button kind="secondary" name="intent" value="skip-anyway">
            {t('skip')}
          </Button>
        </ButtonRow>
      </Notice>
    </div>
  );
}

// Whoever is not on the case is told so, and opens the file with a reason; whoever did sees until when it is open.
import { useTranslations } from 'next-intl';
import { TypedForm } from '@/components/typed-form';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import { When } from '@/components/when';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { GLASS_HOURS, LONGEST_REASON } from '@/lib/review/glass';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { pageOf } from './addresses';
import { errorOf } from './problems';

type Given = { file: SubmissionFile };

export function OpenUntil({ file: { openUntil, inHand, zone } }: Given) {
  const t = useTranslations('staff.submission.case');
  if (inHand) return <Notice kind="info">{t('inHand')}</Notice>;
  if (!openUntil) return null;
  return <Notice kind="info">{t.rich('open', { when: () => <When at={openUntil} zone={zone} /> })}</Notice>;
}

/** Below the flags: whoever takes one of them in hand writes no reason. */
export function NotOnTheCase({ file: { reference }, draft }: Given & { draft: FormDraft | null }) {
  const t = useTranslations('staff.submission');
  return (
    <section
      aria-labelledby="case"
      className="no-print flow max-w-line rounded-soft border-2 border-control bg-surface px-5 py-4"
    >
      <h2 id="case">{t('case.title')}</h2>
      <p>{t('case.text', { hours: GLASS_HOURS })}</p>
      <TypedForm
        action={`${pageOf(reference)}/open`}
        draft={draft}
        button={<Button kind="secondary">{t('case.button')}</Button>}
      >
        <TextArea
          name="reason"
          label={t('case.reason')}
          hint={t('case.hint')}
          error={errorOf(draft, 'reason', t)}
          defaultValue={draft?.values.reason?.[0]}
          rows={2}
          maxLength={LONGEST_REASON}
        />
      </TypedForm>
    </section>
  );
}

// The form of a recovery: the identity steps that were taken, the new address, who can read it, and whether a second key is lost too.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Checkboxes, Radios } from '@/components/ui/choices';
import { TextField } from '@/components/ui/text-field';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { inboxOptions } from '@/lib/forms/inbox-answer';
import type { ClientToRecover } from '@/lib/review/client-to-recover';
import { startPage } from '../../addresses';

type Props = {
  client: ClientToRecover;
  draft: FormDraft | null;
  errors: readonly { field: string; message: string }[];
};

export function StartForm({ client, draft, errors }: Props) {
  const t = useTranslations('recoveries');
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <form
      method="post"
      action={`${startPage(client.reference)}/begin`}
      noValidate
      className="flex min-w-0 flex-col items-start gap-5"
    >
      <Checkboxes
        name="steps"
        legend={t('start.steps')}
        hint={t('start.stepsHint')}
        error={errorOf('steps')}
        values={draft?.values.steps}
        options={client.steps.map((step) => ({ value: step, label: t(`step.${step}`) }))}
      />
      <TextField
        name="email"
        type="email"
        label={t('start.newEmail')}
        hint={t('start.newEmailHint')}
        error={errorOf('email')}
        defaultValue={draft?.values.email?.[0]}
        autoComplete="off"
        inputMode="email"
        size="medium"
        spellCheck={false}
      />
      <Radios
        name="inbox"
        legend={t('start.inbox')}
        hint={t('start.inboxHint')}
        error={errorOf('inbox')}
        value={draft?.values.inbox?.[0]}
        options={inboxOptions()}
      />
      <Checkboxes
        name="reset"
        legend={t('file.reset')}
        values={draft?.values.reset}
        options={[{ value: 'yes', label: t('start.reset'), hint: t('start.resetHint') }]}
      />
      <p className="max-w-line">{t('start.what')}</p>
      <Button>{t('start.submit')}</Button>
    </form>
  );
}

// The fields of a colleague's name and roles: the same whether somebody is invited or changed.
import { useTranslations } from 'next-intl';
import { Checkboxes } from '@/components/ui/choices';
import { TextField } from '@/components/ui/text-field';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { ROLES } from '@/lib/review/team';
import { COLLEAGUE_REASONS, type NameAndRoles } from './typed-colleague';

type Words = ReturnType<typeof useTranslations<'team'>>;

export const colleagueErrors = (draft: FormDraft | null, t: Words): { field: string; message: string }[] =>
  (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const known = COLLEAGUE_REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`) }] : [];
  });

type Props = { draft: FormDraft | null; stands: NameAndRoles };

/** `stands`: what the fields hold until something was typed. */
export function ColleagueFields({ draft, stands }: Props) {
  const t = useTranslations('team');
  const errors = colleagueErrors(draft, t);
  const error = (field: string) => errors.find((one) => one.field === field)?.message;
  const value = (field: 'name' | 'credential') => (draft ? (draft.values[field]?.[0] ?? '') : stands[field]);
  return (
    <>
      <TextField
        name="name"
        label={t('form.name')}
        hint={t('form.nameHint')}
        defaultValue={value('name')}
        error={error('name')}
        autoComplete="off"
        spellCheck={false}
        size="medium"
      />
      <TextField
        name="credential"
        label={t('form.credential')}
        hint={t('form.credentialHint')}
        defaultValue={value('credential')}
        error={error('credential')}
        autoComplete="off"
        spellCheck={false}
        size="medium"
        optional
      />
      <Checkboxes
        name="roles"
        legend={t('form.roles')}
        hint={t('form.rolesHint')}
        error={error('roles')}
        values={draft ? (draft.values.roles ?? []) : stands.roles}
        options={ROLES.map((role) => ({
          value: role,
          label: t(`role.${role}.name`),
          hint: t(`role.${role}.may`),
        }))}
      />
    </>
  );
}

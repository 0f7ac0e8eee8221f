// What somebody wrote on a file, and kept, whose form is not there any more: a colleague was quicker, or the file stands elsewhere now.
import type { FormDraft } from '@/lib/accounts/form-draft';
import { ELSEWHERE, OPENED_ON, stampOf } from '@/lib/accounts/written';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { actOn, FLAG_FORMS, fieldsOf } from '../../flag-addresses';
import { askForm, pageOf } from './addresses';
import { declineForm, declinePage } from './decline/addresses';

export type LeftOver = {
  what: 'ask-for-more' | 'decline' | 'attempt' | 'close';
  /** Each box they wrote in. */
  texts: string[];
  /** The form that drops it when it comes back with nothing in its boxes, and what it needs beside. */
  form: { action: string; fields: Record<string, string> };
};

/** `drafts`: all that this member of staff has on this file, by the keys of their forms. */
export function leftOvers(file: SubmissionFile, drafts: ReadonlyMap<string, FormDraft>): LeftOver[] {
  const { reference } = file;
  const gone = [...drafts].flatMap(([key, draft]): LeftOver[] => {
    const { values, elsewhere = [] } = draft;
    const textsOf = (names: readonly string[]) =>
      names.flatMap((name) => values[name] ?? []).filter((text) => text.trim() !== '');
    /** The same once more for each text of another tab: they are put away one by one. */
    const withOthers = (one: LeftOver): LeftOver[] => [
      { ...one, form: { ...one.form, fields: { ...one.form.fields, [OPENED_ON]: stampOf(draft) } } },
      ...elsewhere.map(({ id, texts }) => ({
        ...one,
        ...{ texts: [...texts], form: { ...one.form, fields: { ...one.form.fields, ...putAway(id) } } },
      })),
    ];
    if (key === askForm(reference) && !file.changes.includes('ask-for-more')) {
      const form = { action: `${pageOf(reference)}/ask-for-more`, fields: {} };
      return withOthers({ what: 'ask-for-more', texts: textsOf(['ask']), form });
    }
    if (key === declineForm(reference) && !file.changes.includes('decline')) {
      const form = { action: `${declinePage(reference)}/check`, fields: {} };
      return withOthers({ what: 'decline', texts: textsOf(['letter']), form });
    }
    const [, act = '', flag = ''] = key.slice(FLAG_FORMS.length).split('/');
    if (!key.startsWith(FLAG_FORMS) || (act !== 'attempt' && act !== 'close')) return [];
    if (file.flags.some(({ id, closed }) => id === flag && !closed)) return [];
    const names = fieldsOf(flag);
    const form = { action: actOn(reference, act), fields: { flag } };
    return withOthers({
      ...{ what: act, texts: textsOf([names.tried, names.tool, names.where, names.note]), form },
    });
  });
  return gone.filter(({ texts }) => texts.length > 0);
}

const putAway = (id: string) => ({ [ELSEWHERE]: `remove/${id}` });

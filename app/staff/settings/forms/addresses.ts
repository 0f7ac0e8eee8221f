// Where the parts of the questionnaire are chosen, the key of the form's draft, and the names of its boxes.
import type { Pack } from '@/lib/clinic/packs';

export const FORMS = '/staff/settings/forms';
/** Where it is asked what leaving parts out means. */
export const FORMS_CHECK = `${FORMS}/check`;
export const FORMS_FORM = 'staff/settings/forms';
export const boxOf = (pack: Pack): string => `pack-${pack}`;

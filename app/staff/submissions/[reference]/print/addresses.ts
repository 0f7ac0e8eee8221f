// Where a file's paper and its PDF are.
import { printPage } from '../addresses';

export const sheetPage = (reference: string): string => `${printPage(reference)}/sheet`;
export const sheetFile = (reference: string): string => `${printPage(reference)}/copy.pdf`;

/** Back to the choice, which says that nothing was chosen. */
export const nothingChosen = (reference: string): string => `${printPage(reference)}?problem=nothing-chosen`;

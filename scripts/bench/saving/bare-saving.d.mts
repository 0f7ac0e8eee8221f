import type { Sql } from 'postgres';

export function bareSaving(
  sql: Sql,
  saving: { clientId: string; submissionId: string; question: string; text: string },
): Promise<boolean>;

// Settings of a Postgres whose data is thrown away when the tests are done.

/**
 * What is lost when the machine stops is no loss here, so Postgres need not wait for the disk. And the tables are small:
 * one plan for each question serves, where Postgres would make six before it trusts one; to plan takes longer than to do.
 */
export const IN_A_HURRY = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
  ...['plan_cache_mode=force_generic_plan', 'autovacuum=off'],
];

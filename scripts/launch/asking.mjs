// One short conversation with a database.

/** Gives `work` a connection to that address, and ends it afterwards. */
export async function asking(url, work) {
  const { default: connect } = await import('postgres');
  const sql = connect(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

// When the app starts: the settings are checked, the clinic's key is there, and the queue is worked off.

export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { start } = await import('./lib/notices/start');
  await start();
}

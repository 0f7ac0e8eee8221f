// Where to go, who can sign in, and where their mail is.
import { say } from './say.mjs';

export function welcome({ publicUrl, demo, databaseUrl }, dataFolder) {
  say();
  say(`Foyer is ready: ${publicUrl}`);
  if (demo && !databaseUrl) {
    say();
    say('  As a new client   begin there, and sign in with any e-mail address you make up');
    say(`  As staff          ${publicUrl}/sign-in as admin@, lead@, clinician@ or frontdesk@demo.example`);
    say(`  Mail and codes    ${publicUrl}/mailbox`);
    say();
    say('Everybody in it is made up. It is a demo: keep no real person’s data in it.');
  }
  say(`Its data and logs are in ${dataFolder}. Ctrl-C stops it.`);
}

// Checks the settings that the site would run with; prints what is wrong with them in words, and fails.
import { readSettings } from '@/lib/env/settings';
import { mailPort } from '@/lib/notices/mail-port';

try {
  mailPort(readSettings(process.env));
} catch (error) {
  process.stdout.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

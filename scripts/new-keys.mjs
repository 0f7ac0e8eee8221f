// Makes the keys that a clinic with a database of its own puts in its settings, and prints them.
import './launch/node-version.mjs';
import { say } from './launch/say.mjs';
import { newKeys } from './launch/secrets.mjs';

for (const [name, value] of Object.entries(newKeys())) say(`${name}=${value}`);

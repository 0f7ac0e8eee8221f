// Where the project stands and where its installed parts are.
import { resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '../..');

export const inProject = (...parts) => resolve(projectFolder, ...parts);

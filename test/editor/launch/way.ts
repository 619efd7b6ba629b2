/** Says on stdout in which way the editor is opened here, `desktop` or `browser`, for set-up. */
import { desktopExecutable } from './desktop-executable.ts';

console.log((await desktopExecutable()) ? 'desktop' : 'browser');

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { keepHeapSmall } from '../host/heap.ts';
import { serve } from './server.ts';

// `--stdio`, `--node-ipc` or `--socket` on the command line says how to talk; the client gives one of them.
if (!process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument)))
  process.argv.push('--stdio');
keepHeapSmall();
serve(createConnection(ProposedFeatures.all));

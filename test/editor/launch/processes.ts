import { execFileSync } from 'node:child_process';

/** The numbers of our language servers among all that a process has started; empty where `ps` is not known. */
export function serversBelow(pid: number): readonly number[] {
  if (process.platform === 'win32') return [];
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line)!)
    .map(([, child, parent, command]) => ({
      child: Number(child),
      parent: Number(parent),
      command: command!,
    }));
  const below = (parent: number): typeof table =>
    table.filter(each => each.parent === parent).flatMap(each => [each, ...below(each.child)]);
  return below(pid)
    .filter(({ command }) => /dist[\\/]server\.js/.test(command))
    .map(({ child }) => child);
}

/** What `npm run review` compares when it is told nothing: the last release with the working tree. */
import { spawnSync } from 'node:child_process';

/** The last tag that is reachable, else the main branch, here or at its origin. */
export function lastRelease(root: string): string {
  const tag = git(root, ['describe', '--tags', '--abbrev=0']);
  const candidates = [tag, 'main', 'origin/main'].filter((name) => name !== undefined);
  const found = candidates.find((name) =>
    git(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]),
  );
  if (found === undefined)
    throw new Error('there is no tag and no branch main to compare with; name one: npm run review -- OLD');
  return found;
}

function git(root: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', [...args], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

import { describe, expect, it } from 'vitest';
import { invoke } from './terminal.fixture.ts';

describe('the command line', () => {
  it('lists its commands, and says how to ask for more', async () => {
    const { status, stdout } = await invoke(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}mock +serve the contract/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints the version of the package', async () => {
    expect((await invoke(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each([
    [['nonsense'], /^plexo-customers: there is no command "nonsense"; the commands are [a-z, ]*mock/],
    [
      ['mock', '--port', 'many'],
      /^plexo-customers mock: --port must be a number from 0 to 65535, got "many"/,
    ],
    [['mock', '--colour'], /^plexo-customers mock: Unknown option '--colour'/],
    [['mock', '--spec', 'nowhere.json'], /^plexo-customers mock: the spec nowhere\.json does not exist/],
  ])('refuses %j in one line, with exit code 2', async (args, message) => {
    const { status, stderr } = await invoke(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.split('\n')).toHaveLength(1);
  });
});

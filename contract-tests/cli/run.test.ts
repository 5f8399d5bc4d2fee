import { describe, expect, it } from 'vitest';
import { invoke } from './invoke.ts';

describe('the command line', () => {
  it('lists its commands, and says how to ask for more', () => {
    const { status, stdout } = invoke(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}mock +serve the contract/m);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints the version of the package', () => {
    expect(invoke(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['nonsense'], /^plexo-customers: there is no command "nonsense"; the commands are mock/],
    [
      ['mock', '--port', 'many'],
      /^plexo-customers mock: --port must be a number from 0 to 65535, got "many"/,
    ],
    [['mock', '--colour'], /^plexo-customers mock: Unknown option '--colour'/],
    [['mock', '--spec', 'nowhere.json'], /^plexo-customers mock: the spec nowhere\.json does not exist/],
  ])('refuses %j in one line, with exit code 2', (args, message) => {
    const { status, stderr } = invoke(args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

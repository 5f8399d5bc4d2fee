import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { theContract } from '../generate/the-contract.ts';
import { curlOf } from './curl.ts';
import { planOf } from './plan.ts';

/** What curl would receive: the shell runs the command with a function of that name that lists its arguments. */
function argumentsOf(command: string): readonly string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { PATH: process.env['PATH'], PLEXO_CLIENT_ID: 'client', PLEXO_API_KEY: 'se cret' };
  const run = spawnSync('sh', ['-c', script], { encoding: 'utf8', env });
  expect(run.stderr).toBe('');
  return run.stdout.split('\0').slice(0, -1);
}

function commandsOf(document: OpenApiDocument): ReadonlyMap<string, string> {
  const operations = planOf(document).tags.flatMap((tag) => tag.operations);
  return new Map(operations.map((planned) => [planned.anchor, curlOf(document, planned)]));
}

function hostileDocument(text: string): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    servers: [{ url: 'https://api.example.com/' }],
    paths: {
      '/v1/things/{id}': {
        put: {
          operationId: 'replaceThing',
          parameters: [
            {
              name: 'id',
              in: 'path',
              required: true,
              schema: { type: 'string' },
              examples: { one: { value: text } },
            },
          ],
          requestBody: {
            content: {
              'application/json': { schema: { type: 'object' }, examples: { one: { value: { text } } } },
            },
          },
          responses: {},
        },
      },
    },
  };
}

describe('the command of an operation', () => {
  it('sends the first example of the request with the credentials of the environment', () => {
    const document = theContract();
    const args = argumentsOf(commandsOf(document).get('createCustomer') ?? '');
    expect(args.slice(0, 5)).toEqual([
      '--request',
      'POST',
      'https://api.testing.plexo.com.uy/v1/customers',
      '--user',
      'client:se cret',
    ]);
    expect(args).toContain('Content-Type: application/json');
    expect(JSON.parse(args.at(-1) ?? '')).toEqual(
      document.components?.examples?.['CustomerCreateGuide']?.value,
    );
  });

  it('fills every parameter of every path', () => {
    for (const command of commandsOf(theContract()).values()) {
      expect(argumentsOf(command)[2]).toMatch(/^https:\/\/api\.testing\.plexo\.com\.uy\/v1\/[\w/-]+$/);
    }
  });

  it('hands over examples unchanged that a shell, a URL or curl itself would read as commands', () => {
    const text = `'; echo $(id) \`id\` "$HOME" \\ {a,b}[1-3] ../?#% & !`;
    const args = argumentsOf(commandsOf(hostileDocument(text)).get('replaceThing') ?? '');
    const address = args[2] ?? '';
    expect(address).not.toMatch(/[[\]{}'?#]/);
    expect(decodeURIComponent(address.replace('https://api.example.com/v1/things/', ''))).toBe(text);
    expect(JSON.parse(args.at(-1) ?? '')).toEqual({ text });
  });
});

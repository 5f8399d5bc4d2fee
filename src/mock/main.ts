/** `npm run mock`: serves the contract on a fixed port until it is interrupted. */
import { MockError, startMock } from './prism.ts';

const DEFAULT_PORT = 4010;

async function main(): Promise<void> {
  const port = Number(process.env['PORT'] ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new MockError(`PORT must be a number from 1 to 65535, got "${process.env['PORT']}"`);
  }
  const mock = await startMock({ port });
  console.log(
    [
      `Prism ${mock.version} serves the contract on ${mock.url} (any credentials work; Ctrl-C ends it)`,
      '',
      'Try it:',
      `  curl -u my-client:my-key ${mock.url}/v1/customers`,
      `  curl -u my-client:my-key -H 'Prefer: code=404' ${mock.url}/v1/customers/unknown`,
    ].join('\n'),
  );
  const end = (): void => void mock.stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

main().catch((error: unknown) => {
  console.error(error instanceof MockError ? `mock: ${error.message}` : error);
  process.exitCode = 1;
});

/** The bundle stands alone: it imports nothing, and asks for no module of Node. */
import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('./dist/worker.js', import.meta.url), 'utf8');
const unwanted = text.match(/["']node:[a-z/]+["']|\brequire\(|^import\b.*/m);
if (unwanted !== null) {
  console.error(`dist/worker.js holds ${unwanted[0]}`);
  process.exitCode = 1;
}

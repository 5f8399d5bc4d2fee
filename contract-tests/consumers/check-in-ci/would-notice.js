/** What the check found, and that it finds something where there is something: a sandbox with one client's records in another's list. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const { verdict, requests } = JSON.parse(readFileSync('contract.json', 'utf8'));
if (requests === 0 || !existsSync('contract.xml')) throw new Error('nothing was checked');
console.log(`the server: ${verdict}`);

const report = 'json=broken.json';
try {
  execFileSync('plexo-customers', ['check', 'sandbox', '--fault', 'tenant-leak-list', '--report', report], {
    stdio: 'ignore',
  });
  console.log('the broken sandbox: not noticed');
} catch ({ status }) {
  const { findings } = JSON.parse(readFileSync('broken.json', 'utf8'));
  console.log(`the broken sandbox: exit code ${status}, ${findings[0].rule}`);
}

/** Each entry point can be required, and is the very module that import() gives: no class exists twice. */
const { exports: entries } = require('plexo-customers/package.json');

async function main() {
  for (const [name, target] of Object.entries(entries)) {
    const entry = `plexo-customers${name.slice(1)}`;
    if (typeof target === 'string') {
      require.resolve(entry);
    } else if (require(entry) !== (await import(entry))) {
      throw new Error(`${entry} is loaded twice`);
    }
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

/** Each entry point can be required, and is the very module that import() gives: no class exists twice. */
const { exports: entries, peerDependencies: peers } = require('plexo-customers/package.json');

/** A peer that is not installed here, for those who want what it is for. */
function isMissingPeer(error) {
  return Object.keys(peers).some((peer) => error.message.includes(`'${peer}'`));
}

async function main() {
  for (const [name, target] of Object.entries(entries)) {
    const entry = `plexo-customers${name.slice(1)}`;
    if (name.includes('*')) {
      // One file per model; every model has one.
      require(entry.replace('*', 'Customer'));
      continue;
    }
    if (typeof target === 'string') {
      require.resolve(entry);
      continue;
    }
    const imported = await import(entry).catch((error) => {
      if (isMissingPeer(error)) return undefined;
      throw error;
    });
    if (imported !== undefined && require(entry) !== imported) throw new Error(`${entry} is loaded twice`);
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

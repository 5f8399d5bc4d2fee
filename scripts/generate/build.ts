/** From the sources below a root to every generated file, in memory; nothing on disk changes here. */
import { bundle } from './bundle.ts';
import type { Product } from './produce.ts';

export async function build(root: string): Promise<Product> {
  // The bundler is a process of its own; the compilers and generators load while it runs, which halves the wait.
  const [document, { produce }] = await Promise.all([bundle(root), import('./produce.ts')]);
  return produce(root, document);
}

/** The values that occur more than once, each once, in the order in which they are repeated. */
export function duplicatesOf(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const value of values) (seen.has(value) ? repeated : seen).add(value);
  return [...repeated];
}

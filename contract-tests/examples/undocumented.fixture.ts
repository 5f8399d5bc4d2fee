// A function that nobody described, for the test that must miss the description.
export function undocumented(parameter: string): string {
  return parameter;
}

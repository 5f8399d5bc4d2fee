/**
 * A Redocly plugin whose one rule reports the configuration that the CLI resolved: the list of rules then comes from
 * the tool itself, and a rule that a new version adds cannot stay unnoticed.
 */
export default () => ({
  id: 'effective-rules',
  rules: {
    oas3: { report: () => ({ Root: { enter: (_root, context) => context.report(message(context)) } }) },
  },
});

function message({ config }) {
  const { assertions = [], ...builtIn } = config.rules.oas3_1;
  const rules = Object.entries(builtIn)
    .filter(([name]) => name !== 'effective-rules/report')
    .map(([name, setting]) => ({ name, enabled: (setting.severity ?? setting) !== 'off' }));
  const own = assertions.map(({ assertionId, severity }) => ({
    name: assertionId,
    enabled: severity !== 'off',
  }));
  return { message: JSON.stringify([...rules, ...own]) };
}

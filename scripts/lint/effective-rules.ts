/** The rules that are on, as the tools themselves resolve them, and the comparison of what is off with the table of reasons. */
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import type { Tool } from './fixtures.ts';
import { redoclyRules } from './redocly.ts';
import { readYaml, SWITCHED_OFF } from './rulesets.ts';
import { spectralRules } from './spectral.ts';

export interface SwitchedOff {
  readonly rule: string;
  readonly tool: Exclude<Tool, 'own'>;
  /** `sources`: off for the split files alone. Absent: off everywhere. */
  readonly scope?: 'sources';
  readonly reason: string;
}

export interface EffectiveRules {
  readonly on: Readonly<Record<Tool, readonly string[]>>;
  readonly off: Readonly<Record<SwitchedOff['tool'], readonly string[]>>;
}

export async function effectiveRules(): Promise<EffectiveRules> {
  const spectral = spectralRules().filter(({ applies }) => applies);
  const redocly = await redoclyRules();
  return {
    on: {
      spectral: spectral.filter(({ enabled }) => enabled).map(({ name }) => name),
      redocly: redocly.filter(({ enabled }) => enabled).map(({ name }) => name),
      own: OWN_RULES.map(({ id }) => id),
    },
    off: {
      spectral: spectral.filter(({ enabled }) => !enabled).map(({ name }) => name),
      redocly: redocly.filter(({ enabled }) => !enabled).map(({ name }) => name),
    },
  };
}

export function switchedOff(): readonly SwitchedOff[] {
  // Hand-written in this repository; `switchedOffGaps` reports rows that are not complete.
  return readYaml(SWITCHED_OFF) as readonly SwitchedOff[];
}

/** What differs between the rules that are off and the table of reasons; none when both say the same. */
export function switchedOffGaps(
  off: EffectiveRules['off'],
  table: readonly SwitchedOff[],
): readonly string[] {
  const listed = new Set(
    table.filter(({ scope }) => scope === undefined).map(({ tool, rule }) => `${tool} ${rule}`),
  );
  const unlisted = (['spectral', 'redocly'] as const).flatMap((tool) =>
    off[tool]
      .filter((rule) => !listed.has(`${tool} ${rule}`))
      .map(
        (rule) => `${tool} rule ${rule} is off without a reason; switch it on or add it to ${SWITCHED_OFF}`,
      ),
  );
  const faults = table.flatMap(({ tool, rule, scope, reason }) => {
    const isOff = off[tool]?.includes(rule) ?? false;
    if (scope === 'sources' && isOff)
      return [`${SWITCHED_OFF}: ${tool} rule ${rule} is off everywhere; remove its scope`];
    if (scope === undefined && !isOff)
      return [`${SWITCHED_OFF}: ${tool} rule ${rule} is not off; remove the row`];
    return /^[A-Z].{20,}\.$/s.test(reason?.trim() ?? '')
      ? []
      : [`${SWITCHED_OFF}: ${rule} has no reason in a sentence`];
  });
  return [...unlisted, ...faults];
}

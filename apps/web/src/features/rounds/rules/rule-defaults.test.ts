import { expect, it } from 'vitest'
import { resolveRules } from '../../../../../../engines/dispatch/src/rules.ts'
import { ruleDefaults } from './rule-defaults.ts'

it('the page says the defaults that the engine fills in, for every mode', () => {
  for (const mode of ['rotation', 'pooled', 'paired', 'scattered'] as const) {
    expect(resolveRules({ mode })).toMatchObject(ruleDefaults(mode))
  }
})

// Every table that business rows can lie in, with who may do what. A table that is missing here stops the start.
import type { TablePolicy } from './condition.ts'
import { accessPolicies, credentialPolicies } from './spec/access.ts'
import { documentPolicies } from './spec/documents.ts'
import { correctionPolicies } from './spec/corrections.ts'
import { findingPolicies } from './spec/findings.ts'
import { intakePolicies } from './spec/intake.ts'
import { leadPolicies } from './spec/leads.ts'
import { questionnairePolicies } from './spec/questionnaires.ts'
import { registryPolicies } from './spec/registry.ts'
import { roundPolicies } from './spec/rounds.ts'
import { drawPolicies } from './spec/draws.ts'
import { liaisonPolicies } from './spec/liaison.ts'
import { termPolicies } from './spec/terms.ts'

/** Schemas in which every table must have its policy. */
export const GUARDED_SCHEMAS = ['access', 'registry', 'documents', 'rounds', 'leads', 'intake'] as const

export const tablePolicies: readonly TablePolicy[] = [
  ...accessPolicies,
  ...registryPolicies,
  ...documentPolicies,
  ...roundPolicies,
  ...drawPolicies,
  ...liaisonPolicies,
  ...termPolicies,
  ...findingPolicies,
  ...correctionPolicies,
  ...questionnairePolicies,
  ...leadPolicies,
  ...intakePolicies,
  ...credentialPolicies,
]

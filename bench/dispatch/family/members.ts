// The members of the inspection family by name: what differs between them, everything else is in `make-problem.ts`.

export interface Member {
  readonly people: number
  readonly teams: number
  readonly teamSize: number
  readonly seniors: number
  readonly minSenior: number
  readonly seed: number
  /** Of a thousand teams, those to which everybody who may lead has a tie too weak to bar him. */
  readonly exposed: number
  /** Of a thousand facts, those that nobody has confirmed. */
  readonly unverified: number
  readonly areHostsOpen: boolean
  /** How many villages lie in how many counties; null: one in every county. */
  readonly shared: { readonly villages: number; readonly counties: number } | null
}

const PLAIN = { minSenior: 2, exposed: 0, unverified: 0, areHostsOpen: false, shared: null }
const CITY: Member = { ...PLAIN, people: 1000, teams: 150, teamSize: 6, seniors: 450, seed: 20261102 }
const PROVINCE: Member = { ...PLAIN, people: 10_000, teams: 2000, teamSize: 4, seniors: 4284, seed: 20261104 }

export const MEMBERS: Readonly<Record<string, Member>> = {
  D: { ...PLAIN, people: 130, teams: 16, teamSize: 7, seniors: 58, seed: 20261101 },
  C: CITY,
  R: { ...PLAIN, people: 3000, teams: 400, teamSize: 6, seniors: 1350, seed: 20261103 },
  P1: { ...PROVINCE, minSenior: 1 },
  P2: PROVINCE,
  'C-exposed': { ...CITY, exposed: 100 },
  'C-unverified': { ...CITY, unverified: 333 },
  'C-hosts-open': { ...CITY, people: 100, teams: 15, seniors: 45, areHostsOpen: true },
  'C-shared': { ...CITY, areHostsOpen: true, shared: { villages: 240, counties: 60 } },
}

// The recusal certificate of an assignment: drawn by the engine from the facts of now, signed by who did what.
import { createHash } from 'node:crypto'
import type { ReplyOf, readCertificate } from '@shengmian/contract'
import { drawCertificate, type CertificateRow } from '@shengmian/recusal'
import type { Problem } from '@shengmian/dispatch'
import { prepareSeatReview, seatOf, type SeatReviewer } from '../dispatch/review-seat.ts'
import type { RoundWorld } from '../dispatch/round-world.ts'
import type { NamePlace } from '../round/round-names.ts'
import type { Assignment } from './assignments.ts'

export type CertificateView = ReplyOf<typeof readCertificate>

export interface Signatures {
  readonly checked: { readonly name: string; readonly on: string } | null
  readonly reviewed: { readonly name: string; readonly on: string } | null
  readonly approved: { readonly name: string; readonly on: string } | null
}

export interface CertificateGround {
  readonly world: RoundWorld
  readonly problem: Problem
  readonly problemHash: string
  readonly seed: string
  readonly reviewer: SeatReviewer
  readonly name: NamePlace
  readonly signatures: Signatures
}

export function groundOf(ground: Omit<CertificateGround, 'reviewer'>): CertificateGround {
  return { ...ground, reviewer: prepareSeatReview(ground.problem, ground.world.facts) }
}

/** What the reply says but for number, order and code, which come with the issue. */
export function certificateOf(ground: CertificateGround, assignment: Assignment): Omit<CertificateView, 'code'> {
  const { world, reviewer, name } = ground
  const facts = world.facts.people.find((person) => person.id === assignment.person)
  const person = reviewer.person(assignment.person)
  const targets = assignment.targets.flatMap((id) => reviewer.target(id) ?? [])
  const [first] = targets
  const slot = world.teams.find((team) => team.id === assignment.team)?.slots[assignment.slot] ?? { role: assignment.role }
  const seat = seatOf(slot)
  const home = facts?.home ?? null
  const base = {
    id: assignment.person,
    person: {
      id: assignment.person,
      name: facts?.name ?? assignment.person,
      title: facts?.title ?? null,
      home: home === null ? null : name(home),
    },
    team: assignment.team,
    teamName: assignment.teamName,
    role: assignment.role,
    number: null,
    round: { id: world.round.id, title: world.round.title },
    unit: facts?.unitName ?? null,
    targets: targets.map((target) => ({ unit: target.id, name: target.name, place: name(target.region) })),
    order: null,
  }
  if (person === null || first === undefined) throw new Error('an assignment of the plan has no person or no target')
  const drawn = drawCertificate({
    person,
    // the six checks hold for every target of the team: one table for the whole assignment
    target: { ...first, name: targetsZh(targets.map((target) => target.name)) },
    seat,
    answers: assignment.targets.flatMap((id) => reviewer.answers(assignment.person, id, seat)),
    exposure: reviewer.exposure(assignment.person, assignment.targets),
    rules: reviewer.setting.rules,
  })
  const marks = reviewer.marks(assignment.person, assignment.targets, seat)
  const { signatures } = ground
  const view = {
    ...base,
    result: marks.some((mark) => mark.result === 'bar' && mark.waived === null)
      ? ('bar' as const)
      : marks.some((mark) => mark.result === 'unknown')
        ? ('unknown' as const)
        : marks.some((mark) => mark.result === 'warn')
          ? ('warn' as const)
          : ('pass' as const),
    barred: drawn.conclusion.bars,
    unknown: drawn.conclusion.unknowns,
    weak: drawn.conclusion.weak,
    checks: drawn.rows.map((row, index) => checkOf(row, marks[index]?.rules ?? [], marks[index]?.waived ?? null)),
    conclusion: {
      zh: `${drawn.conclusion.sentence.zh}${drawn.conclusion.note.zh}`,
      en: `${drawn.conclusion.sentence.en} ${drawn.conclusion.note.en}`.trim(),
    },
    declaration: { text: { ...drawn.declaration }, by: base.person.name, on: null },
    checkedBy: {
      name: signatures.checked?.name ?? null,
      on: signatures.checked?.on ?? null,
      remark: `查6项，来源齐${drawn.sourced}项`,
    },
    reviewedBy: {
      name: signatures.reviewed?.name ?? null,
      on: signatures.reviewed?.on ?? null,
      remark: signatures.reviewed === null ? '' : '已逐项核对',
    },
    approvedBy: {
      name: signatures.approved?.name ?? null,
      on: signatures.approved?.on ?? null,
      remark: signatures.approved === null ? '' : '同意',
    },
    laterChanges: [],
    ruleVersion: `本轮回避规则：${rulesZh(reviewer)}`,
    problem: ground.problemHash,
    seed: ground.seed,
    frozenAt: null,
  }
  return { ...view, fingerprint: fingerprintOf(view) }
}

/** SHA-256 over the content as it will be kept. */
export function fingerprintOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

function checkOf(
  row: CertificateRow,
  rules: readonly string[],
  waived: { readonly by: string; readonly why: string } | null,
): CertificateView['checks'][number] {
  return {
    check: row.mark,
    result: row.result,
    rules: [...rules],
    facts: distinct(row.facts.map(({ zh, en, source, date }) => ({ zh, en, source, date }))),
    waived: waived === null ? null : { ...waived },
    title: { ...row.subject },
    situation: { ...row.situation },
  }
}

function distinct(facts: CertificateView['checks'][number]['facts']): CertificateView['checks'][number]['facts'] {
  return [...new Map(facts.map((fact) => [`${fact.zh} ${fact.source ?? ''}`, fact])).values()]
}

/** 弥市镇党委等25个党组织. */
export function targetsZh(names: readonly string[]): string {
  return names.length <= 2 ? names.join('、') : `${names[0] ?? ''}等${names.length}个党组织`
}

function rulesZh({ setting }: SeatReviewer): string {
  const { coolingOffYears, longPostingYears, repeatRounds, recusalLevel } = setting.rules
  const level = { province: '省', city: '市', county: '县区', township: '乡镇', village: '村' }[recusalLevel]
  return `按${level}回避，离任未满${coolingOffYears ?? '—'}年，任职满${longPostingYears ?? '—'}年，近${repeatRounds ?? '—'}轮`
}

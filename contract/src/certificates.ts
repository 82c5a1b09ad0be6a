import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant } from './forms.ts'
import { CheckResult, closed, Mark, NamedPerson, NamedPlace, orNull, Sentence } from './round-forms.ts'

const params = { round: Id }
const Signature = closed({ name: orNull(Type.String()), on: orNull(Day), remark: Type.String() })

const CertificateSummary = closed(
  {
    id: Id,
    person: NamedPerson,
    team: Id,
    teamName: Type.String(),
    role: Type.String(),
    /** `null` until the orders are issued: before that the table is a draft and computed afresh. */
    number: orNull(Type.String()),
    result: CheckResult,
    barred: Type.Integer(),
    unknown: Type.Integer(),
    weak: Type.Integer(),
  },
  'CertificateSummary',
)

const Certificate = closed(
  {
    ...CertificateSummary.properties,
    round: closed({ id: Id, title: Type.String() }),
    unit: orNull(Type.String()),
    targets: Type.Array(closed({ unit: Id, name: Type.String(), place: NamedPlace })),
    order: orNull(closed({ number: Type.String(), from: Day, until: Day })),
    checks: Type.Array(
      closed({
        ...Mark.properties,
        /** 核查事项 and 应回避情形. */
        title: Sentence,
        situation: Sentence,
      }),
    ),
    conclusion: Sentence,
    declaration: closed({ text: Sentence, by: Type.String(), on: orNull(Day) }),
    checkedBy: Signature,
    reviewedBy: Signature,
    approvedBy: Signature,
    laterChanges: Type.Array(closed({ on: Day, text: Type.String() })),
    ruleVersion: Type.String(),
    problem: Type.String(),
    seed: Type.String(),
    fingerprint: Type.String(),
    /** The fingerprint as a QR code, SVG text. */
    code: Type.String(),
    frozenAt: orNull(Instant),
  },
  'Certificate',
)

export const listCertificates = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/certificates',
  id: 'listCertificates',
  zh: '查看回避审查表',
  tag: 'certificates',
  summary: 'Recusal certificates (回避审查表), one for each assignment of the present plan.',
  params,
  logged: 'evidence',
  reply: closed({ items: Type.Array(CertificateSummary) }, 'Certificates'),
})

export const readCertificate = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/certificates/:person',
  id: 'readCertificate',
  zh: '查看一份回避审查表',
  tag: 'certificates',
  summary: 'The certificate of one person in this round: six checks, conclusion, signatures, rule version and fingerprints.',
  params: { ...params, person: Id },
  logged: 'evidence',
  reply: Certificate,
  problems: ['not-found'],
})

export const downloadCertificate = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/certificates/:person/document',
  id: 'downloadCertificate',
  zh: '下载回避审查表',
  tag: 'certificates',
  summary: 'The certificate as a document (docx); frozen once the orders are issued.',
  params: { ...params, person: Id },
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  problems: ['not-found'],
})

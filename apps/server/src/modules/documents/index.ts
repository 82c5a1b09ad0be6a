// Documents as they leave the office: rendered, numbered without gaps, frozen with their hash.
export { svgCode } from './code.ts'
export { dutySigns, renderDutyMatrix } from './duty-matrix.ts'
export { renderEngagementOrder } from './engagement-order.ts'
export { renderOnboardingPacks, type OnboardingPaper } from './onboarding-pack.ts'
export { issueDocument } from './issue-document.ts'
export { renderRecusalCertificate, type CertificatePaper } from './recusal-certificate.ts'
export { findIssued, findIssuedById, issuedOf } from './store.ts'

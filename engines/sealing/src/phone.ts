// What the villager's page needs to seal, and no more; what comes back is read by replies.ts, loaded then. README.md has the order of calls.
export { readAcknowledgement } from './acknowledgement.ts'
export { sealAttachment } from './attachment.ts'
export { acceptManifest, rootFingerprint } from './manifest.ts'
export { sealName } from './named.ts'
export { makeReceipt, readDigits, receiptDigits, receiptGroups } from './receipt/digits.ts'
export { deriveReporter } from './receipt/reporter.ts'
export { envelopeHash, sealReport } from './report.ts'
export { NO_WORK, solutionOf, workOn } from './work.ts'

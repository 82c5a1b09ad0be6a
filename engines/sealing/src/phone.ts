// What the villager's page needs and no more: it seals, and opens what comes back. See README.md for the order of calls.
export { sealAttachment } from './attachment.ts'
export { acceptManifest } from './manifest.ts'
export { sealName } from './named.ts'
export { makeReceipt, readDigits, receiptDigits, receiptGroups } from './receipt/digits.ts'
export { deriveReporter } from './receipt/reporter.ts'
export { readReplies } from './reply.ts'
export { sealReport } from './report.ts'
export { NO_WORK, solutionOf, workOn } from './work.ts'

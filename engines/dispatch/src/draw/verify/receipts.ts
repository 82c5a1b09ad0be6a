// A draw that was run again in secret is consistent in itself: only what the parties kept can contradict it.
import type { DrawFiles, DrawReceipt } from '../draw-files.ts'
import { flaw, type Check } from './check.ts'
import { nameOf } from './digest.ts'

export const receipts: Check = ({ files, receipts: kept }) => {
  const all = [
    files.freeze,
    ...files.commitments,
    ...files.reveals,
    ...files.dice,
    ...[files.portfolio, files.pick].filter((file) => file !== null),
  ].map((file) => nameOf(file))
  return kept
    .filter((receipt) => !all.includes(nameOf(receipt)) && !isOnRecord(files, receipt))
    .map((receipt) =>
      flaw(
        'party' in receipt ? receipt.party : receipt.kind,
        `所持的${receipt.kind}凭据与文件不同：抽签被重做过`,
        `the ${receipt.kind} that was kept is not in the files: the draw was run again`,
      ),
    )
}

/** What was kept of an earlier draw of the round is no contradiction while that draw is on record. */
function isOnRecord({ freeze }: DrawFiles, receipt: DrawReceipt): boolean {
  return freeze.terms.earlier.some((entry) => entry.root === receipt.root)
}

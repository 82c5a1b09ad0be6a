import { receiptCharacters } from '@shengmian/sealing/characters'
import { makeReceipt, receiptDigits, receiptGroups } from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { asCommand, random, readReceipt } from './report-files.ts'

/** `shengmian report receipt [--read RECEIPT]`: makes a receipt, or says what follows from one. */
export function runReceipt(args: readonly string[]): Promise<ExitCode> {
  return asCommand(args, { files: [], values: ['read'] }, async ({ value }) => {
    const given = value('read')
    if (given === undefined) {
      const receipt = makeReceipt(random)
      console.log(receiptGroups(receipt).join(' '))
      console.log(receiptCharacters(receipt))
      console.log(`QR ${receiptDigits(receipt)}`)
      return EXIT.done
    }
    const { recipient, verify, mailbox } = await readReceipt(given)
    console.log(JSON.stringify({ recipient, verify, mailbox }, null, 2))
    return EXIT.done
  })
}

// The same work with the ledger's trigger and without it, in turns, so that whatever else the machine does falls on both.
import type { Client } from 'pg'

interface Turns {
  /** What of the rate is lost with the trigger, a pair of runs each. */
  readonly lost: readonly number[]
  /** Rates with it. */
  readonly rates: readonly number[]
}

/** Runs the pairs; every second one begins without the trigger. `settle` lets the sequencer come to rest before each run. */
export async function inTurns(
  turns: number,
  {
    settle,
    turnLedger,
    rate,
  }: { settle: () => Promise<void>; turnLedger: (isOn: boolean) => Promise<unknown>; rate: () => Promise<number> },
): Promise<Turns> {
  const run = async (isOn: boolean) => {
    await settle()
    await turnLedger(isOn)
    return rate()
  }
  const lost: number[] = []
  const rates: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    const isBareFirst = turn % 2 === 0
    const first = await run(!isBareFirst)
    const second = await run(isBareFirst)
    const [bare, logged] = isBareFirst ? [first, second] : [second, first]
    lost.push(1 - logged / bare)
    rates.push(logged)
  }
  return { lost, rates }
}

/** Turns the ledger of a table on or off, as the superuser. */
export function ledgerSwitch(admin: Pick<Client, 'query'>, table: string): (isOn: boolean) => Promise<unknown> {
  const turned = (isOn: boolean, trigger: string) => `${isOn ? 'enable' : 'disable'} trigger ${trigger}`
  return (isOn) => admin.query(`alter table ${table} ${turned(isOn, 'zz_ledger_insert')}, ${turned(isOn, 'zz_ledger')}`)
}

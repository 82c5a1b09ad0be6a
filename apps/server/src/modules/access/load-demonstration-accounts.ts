// One login for each role of the demonstration world. Run after the world is loaded; running it again changes nothing.
import { createHash } from 'node:crypto'
import type { RoleName } from '@shengmian/contract'
import { hashPassword } from 'better-auth/crypto'
import { placeCode, placeRange } from '../../platform/places.ts'
import { authorityOf } from './authority.ts'
import { DEMONSTRATION_PASSPHRASE, demonstrationAccounts, type DemonstrationAccount } from './demonstration-logins.ts'
import { asInstaller, findInspector, findTarget, insertInstalledAccount, type Installer } from './installation-store.ts'

/** What is printed at the start. */
export interface DemonstrationLogin {
  readonly signInName: string
  readonly passphrase: string
  readonly name: string
  readonly role: RoleName
  readonly body: string
}

interface Stand {
  readonly name: string
  readonly person: string | null
  readonly unit: string | null
  readonly authority: string
}

/** Makes the accounts that are missing and answers all logins; an inspector or liaison whose round is not loaded is left out. */
export async function loadDemonstrationAccounts(adminUrl: string): Promise<readonly DemonstrationLogin[]> {
  const passphraseHash = await hashPassword(DEMONSTRATION_PASSPHRASE)
  return asInstaller(adminUrl, async (client) => {
    const logins: DemonstrationLogin[] = []
    for (const account of demonstrationAccounts) {
      const stand = await findStand(client, account)
      if (stand === null) continue
      const own = authorityOf(account.authority)
      const made = await insertInstalledAccount(client, {
        id: idOf(account, 'account'),
        credential: idOf(account, 'credential'),
        signInName: account.signInName,
        name: stand.name,
        person: stand.person,
        passphraseHash,
        // Stated on purpose and known to all: nothing would be won by another.
        isGiven: false,
        ...own,
        role: {
          id: idOf(account, 'role'),
          name: account.role,
          body: account.body,
          unit: stand.unit,
          ...authorityOf(stand.authority),
        },
      })
      if (!made) continue
      logins.push({
        signInName: account.signInName,
        passphrase: DEMONSTRATION_PASSPHRASE,
        name: stand.name,
        role: account.role,
        body: account.body,
      })
    }
    return logins
  })
}

async function findStand(installer: Installer, account: DemonstrationAccount): Promise<Stand | null> {
  const plain = { name: account.name, person: null, unit: null, authority: account.authority }
  const range = placeRange(account.authority)
  if (account.stands === undefined) return plain
  if (account.stands === 'in-pool') {
    const person = await findInspector(installer, range.lo)
    return person === null ? null : { ...plain, name: person.name, person: person.id }
  }
  const unit = await findTarget(installer, range)
  return unit === null ? null : { ...plain, unit: unit.id, authority: codeOfPlace(unit.place) }
}

/** The shortest code of which the number is the lowest: a village's has twelve digits, a bureau's those of its county. */
function codeOfPlace(place: number): string {
  const levels = ['county', 'township', 'village'] as const
  const level = levels.find((candidate) => placeRange(placeCode(place, candidate)).lo === place)
  return placeCode(place, level ?? 'village')
}

function idOf(account: DemonstrationAccount, of: string): string {
  const hex = createHash('sha256').update(`demonstration ${of} ${account.signInName}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

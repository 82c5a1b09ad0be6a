// An installation without the demonstration world begins with two security administrators, since every role takes two hands; their
// passphrases are shown once.
import { drawLetters } from '../../platform/draw-letters.ts'
import { hashPassword } from 'better-auth/crypto'
import { v7 } from 'uuid'
import { authorityOf } from './authority.ts'
import { asInstaller, hasAccounts, insertInstalledAccount } from './installation-store.ts'

const FIRST = [
  { signInName: 'security.admin', name: '安全保密管理员' },
  { signInName: 'security.second', name: '安全保密管理员（复核）' },
] as const

interface Login {
  readonly signInName: string
  readonly passphrase: string
}

/** Makes the first accounts and answers their logins, or null where accounts are there already. */
export async function makeFirstAccounts(adminUrl: string): Promise<readonly Login[] | null> {
  const made = await Promise.all(
    FIRST.map(async (first) => {
      const passphrase = newPassphrase()
      return { ...first, passphrase, passphraseHash: await hashPassword(passphrase) }
    }),
  )
  const nation = authorityOf('00')
  return asInstaller(adminUrl, async (client) => {
    if (await hasAccounts(client)) return null
    for (const { signInName, name, passphraseHash } of made) {
      await insertInstalledAccount(client, {
        id: v7(),
        credential: v7(),
        signInName,
        name,
        person: null,
        passphraseHash,
        isGiven: true,
        ...nation,
        role: { id: v7(), name: 'security-admin', body: '安全保密管理', unit: null, ...nation },
      })
    }
    return made.map(({ signInName, passphrase }) => ({ signInName, passphrase }))
  })
}

function newPassphrase(): string {
  return Array.from({ length: 5 }, () => drawLetters(4)).join('-')
}

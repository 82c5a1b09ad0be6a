// An installation without the demonstration world begins with one security administrator, whose passphrase is shown once.
import { randomInt } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { v7 } from 'uuid'
import { authorityOf } from './authority.ts'
import { asInstaller, hasAccounts, insertInstalledAccount } from './installation-store.ts'

const SIGN_IN_NAME = 'security.admin'
/** Without letters and digits that are mistaken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Makes the first account and answers its login, or null where accounts are there already. */
export async function makeFirstAccount(
  adminUrl: string,
): Promise<{ readonly signInName: string; readonly passphrase: string } | null> {
  const passphrase = Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-')
  const passphraseHash = await hashPassword(passphrase)
  const nation = authorityOf('00')
  return asInstaller(adminUrl, async (client) => {
    if (await hasAccounts(client)) return null
    await insertInstalledAccount(client, {
      id: v7(),
      credential: v7(),
      signInName: SIGN_IN_NAME,
      name: '安全保密管理员',
      person: null,
      passphraseHash,
      ...nation,
      role: { id: v7(), name: 'security-admin', body: '安全保密管理', unit: null, ...nation },
    })
    return { signInName: SIGN_IN_NAME, passphrase }
  })
}

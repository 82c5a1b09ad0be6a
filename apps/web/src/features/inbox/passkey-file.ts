// The team's key under a passkey: a file in the age format, sealed to what the authenticator computes (WebAuthn PRF) once it has checked its
// owner. The file names the passkey; nothing of it is kept in the browser, and the file under a passphrase stays what it was.

/** `no-prf`: this authenticator computes no such secret. `not-done`: refused, cancelled, or another passkey. */
export type PasskeyFault = 'no-prf' | 'not-done'

const NAMED = /^AGE-PLUGIN-FIDO2PRF-1[0-9A-Z]+$/m
const ARMOUR = '-----BEGIN AGE ENCRYPTED FILE-----'

export function isPasskeyFile(text: string): boolean {
  return NAMED.test(text) && text.includes(ARMOUR)
}

/** Makes a passkey and answers the file of these lines that it alone opens. The browser asks its owner twice: to make it, and to seal. */
export async function sealUnderPasskey(
  lines: readonly string[],
  name: string,
): Promise<{ readonly file: string } | PasskeyFault> {
  const { armor, Encrypter, webauthn } = await import('age-encryption')
  try {
    const identity = await webauthn.createCredential({ keyName: name })
    const encrypter = new Encrypter()
    encrypter.addRecipient(new webauthn.WebAuthnRecipient({ identity }))
    const sealed = armor.encode(await encrypter.encrypt(`${lines.join('\n')}\n`))
    return { file: `# 收件箱钥匙，用通行密钥打开\n${identity}\n${sealed}\n` }
  } catch (error) {
    return faultOf(error)
  }
}

/** The lines in such a file. */
export async function openUnderPasskey(text: string): Promise<{ readonly lines: string } | PasskeyFault> {
  const identity = NAMED.exec(text)?.[0]
  if (identity === undefined) return 'not-done'
  const { armor, Decrypter, webauthn } = await import('age-encryption')
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(new webauthn.WebAuthnIdentity({ identity }))
    return { lines: await decrypter.decrypt(armor.decode(text.slice(text.indexOf(ARMOUR))), 'text') }
  } catch (error) {
    return faultOf(error)
  }
}

/** The library says so in words only. */
function faultOf(error: unknown): PasskeyFault {
  return error instanceof Error && error.message.startsWith('PRF extension not available') ? 'no-prf' : 'not-done'
}

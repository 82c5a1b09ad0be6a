// Who the reporter is, sealed apart from what he says: whoever reads the report does not see the name, and whoever holds the custodian's
// key, which two people keep together, sees nothing but the name.
import { openFile, sealFile } from './age/file.ts'
import { base64, fromBase64, textOf, utf8, type Random } from './bytes.ts'
import type { Manifest } from './manifest.ts'
import { isExactly, isHash, isText, readShape } from './shape.ts'

const SHAPE = {
  v: isExactly(1),
  name: isText(100),
  /** A telephone number or another way to be reached. */
  reach: isText(200),
  /** The key that signed the report, so that a name cannot be moved to another one. */
  verify: isHash,
}
/** Fixed: a longer name must not show. */
const LENGTH = 1_536

type Named = NonNullable<ReturnType<typeof readShape<typeof SHAPE>>>

/** Name and number as the report carries them, or null where they are too long. `verify`: the reporter's key. */
export function sealName(named: Omit<Named, 'v'>, manifest: Manifest, random: Random): string | null {
  const text = JSON.stringify({ v: 1, ...named })
  if (readShape(text, SHAPE) === null || utf8(text).length > LENGTH) return null
  const padding = ' '.repeat(LENGTH - utf8(text).length)
  return base64(sealFile(utf8(text + padding), [manifest.custodian, manifest.escrow], random))
}

/** Who the reporter of a report is, with the custodian's or the escrow's identity; null where it does not open or belongs elsewhere. */
export function openName(named: string, identity: string, verify: string): Named | null {
  const file = fromBase64(named)
  const opened = file === null ? null : openFile(file, [identity])
  const text = opened?.length === LENGTH ? textOf(opened) : null
  const read = text === null ? null : readShape(text, SHAPE)
  return read?.verify === verify ? read : null
}

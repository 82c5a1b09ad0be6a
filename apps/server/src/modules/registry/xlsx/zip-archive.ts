// Reads a zip file by its central directory: entries in any order, without unpacking what nobody asks for.
import { open, type FileHandle } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { unreadable } from './unreadable.ts'

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly offset: number
}

export interface ZipArchive {
  readonly has: (name: string) => boolean
  /** The unpacked bytes of an entry; ends with a problem where they exceed `maxBytes` or are damaged. */
  readonly read: (name: string, maxBytes: number) => Readable
  readonly close: () => Promise<void>
}

const endSignature = 0x06_05_4b_50
const entrySignature = 0x02_01_4b_50
const localSignature = 0x04_03_4b_50

/** Opens a zip file; anything else is a problem that says what the file seems to be. */
export async function openZip(path: string): Promise<ZipArchive> {
  const file = await open(path, 'r')
  try {
    const entries = await readDirectory(file)
    const budget = unpackingBudget()
    return {
      has: (name) => entries.has(name),
      read: (name, maxBytes) => {
        const entry = entries.get(name)
        if (!entry) throw unreadable(`文件里缺少 ${name}`, `the file has no ${name}`)
        return unpack(file, entry, Math.min(maxBytes, fairBytes(entry)), budget)
      },
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function readDirectory(file: FileHandle): Promise<ReadonlyMap<string, ZipEntry>> {
  const { size } = await file.stat()
  await refuseOtherFormats(file, size)
  const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = findEnd(tail)
  if (end === -1) throw unreadable('文件不完整（可能没有传完）', 'the file is cut off')
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (start + length > size) throw unreadable('文件目录已损坏', 'the directory of the file is damaged')
  const directory = await bytesAt(file, start, length)
  const entries = new Map<string, ZipEntry>()
  for (let at = 0, i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entrySignature)
      throw unreadable('文件目录已损坏', 'the directory of the file is damaged')
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw unreadable('文件有密码，请去掉密码后再上传', 'the file has a password')
    const method = directory.readUInt16LE(at + 10)
    entries.set(name, { name, method, packed: directory.readUInt32LE(at + 20), offset: directory.readUInt32LE(at + 42) })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at--) if (tail.readUInt32LE(at) === endSignature) return at
  return -1
}

async function refuseOtherFormats(file: FileHandle, size: number): Promise<void> {
  if (size === 0) throw unreadable('文件是空的', 'the file is empty')
  const head = await bytesAt(file, 0, Math.min(size, 8))
  if (head.toString('hex').startsWith('d0cf11e0'))
    throw unreadable(
      '这是旧版 .xls 或带密码的文件，请另存为不带密码的 .xlsx',
      'this is an old .xls or has a password: save it as .xlsx',
    )
  if (head.length < 4 || head.readUInt32LE(0) !== localSignature)
    throw unreadable('这不是 Excel 文件（.xlsx）', 'this is no Excel file (.xlsx)')
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return buffer.subarray(0, bytesRead)
}

const freeBytes = 10 << 20
const maxExpansion = 200
const maxArchiveBytes = 400 << 20

/** What an entry may unpack to: sheets shrink to a tenth or a fiftieth, only made-up ones to less than a two-hundredth. */
function fairBytes({ packed }: ZipEntry): number {
  return Math.max(freeBytes, packed * maxExpansion)
}

/** All entries together have one limit; an entry that is read again counts once. */
function unpackingBudget(): (name: string, bytes: number) => boolean {
  const furthest = new Map<string, number>()
  let total = 0
  return (name, bytes) => {
    const more = bytes - (furthest.get(name) ?? 0)
    if (more > 0) {
      furthest.set(name, bytes)
      total += more
    }
    return total <= maxArchiveBytes
  }
}

type Budget = ReturnType<typeof unpackingBudget>

function unpack(file: FileHandle, entry: ZipEntry, maxBytes: number, budget: Budget): Readable {
  const packed = Readable.from(packedBytes(file, entry))
  if (entry.method === 0) return Readable.from(limited(packed, entry.name, maxBytes, budget))
  if (entry.method !== 8) throw unreadable('文件用了不支持的压缩方式', 'the file uses an unknown compression')
  const inflate = createInflateRaw()
  // The reader of `inflate` sees the error; the callback keeps it from being unhandled.
  pipeline(packed, inflate, () => undefined)
  return Readable.from(limited(inflate, entry.name, maxBytes, budget))
}

async function* packedBytes(file: FileHandle, { offset, packed }: ZipEntry): AsyncGenerator<Buffer> {
  const header = await bytesAt(file, offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== localSignature) throw unreadable('文件已损坏', 'the file is damaged')
  let at = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  for (let left = packed; left > 0;) {
    const chunk = await bytesAt(file, at, Math.min(left, 65_536))
    if (chunk.length === 0) throw unreadable('文件不完整（可能没有传完）', 'the file is cut off')
    yield chunk
    at += chunk.length
    left -= chunk.length
  }
}

/** A few kilobytes can unpack to gigabytes: what exceeds the limit ends the reading. */
async function* limited(source: Readable, name: string, maxBytes: number, budget: Budget): AsyncGenerator<Buffer> {
  let total = 0
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      total += chunk.length
      if (total > maxBytes || !budget(name, total))
        throw unreadable(
          '文件解开后太大（一个文件最多 400 MB，且不超过压缩大小的 200 倍），请分成几个文件',
          'the file is too large when unpacked (at most 400 MB, and 200 times its packed size): split it',
        )
      yield chunk
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw unreadable('文件已损坏', 'the file is damaged')
    throw error
  }
}

// Hundreds of thousands of short texts in one piece of memory, read through with `indexOf`. Outside the JavaScript heap:
// as strings the same texts took four times the memory while they were built.

export interface TextColumn {
  /** A line feed before every entry and after the last. */
  readonly bytes: Buffer
  readonly encoding: 'latin1' | 'utf16le'
  /** Byte at which each entry's leading line feed stands, and that of the last line feed. */
  readonly starts: Int32Array
}

interface ColumnBuilder {
  readonly add: (entry: string) => void
  readonly finish: () => TextColumn
}

/**
 * Collects entries one by one; `latin1` holds pinyin in half the space of `utf16le`. `entries` and `length` (characters an entry) say
 * how much room to make: a column that need not grow leaves no copies behind.
 */
export function columnBuilder(encoding: TextColumn['encoding'], entries: number, length: number): ColumnBuilder {
  let bytes = Buffer.alloc(1024 + Math.ceil(entries * (length + 1)) * (encoding === 'latin1' ? 1 : 2))
  let starts = new Int32Array(entries + 2)
  let size = 0
  let count = 0
  const write = (text: string) => {
    if (size + 2 * text.length > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length + 2 * text.length)])
    size += bytes.write(text, size, encoding)
  }
  const mark = () => {
    if (count === starts.length) {
      const longer = new Int32Array(2 * count)
      longer.set(starts)
      starts = longer
    }
    starts[count++] = size
  }
  return {
    add: (entry) => {
      mark()
      write(`\n${entry}`)
    },
    finish: () => {
      mark()
      write('\n')
      return { bytes: bytes.subarray(0, size), encoding, starts: starts.subarray(0, count) }
    },
  }
}

export function entryAt({ bytes, encoding, starts }: TextColumn, i: number): string {
  return bytes.toString(encoding, (starts[i] ?? 0) + (encoding === 'latin1' ? 1 : 2), starts[i + 1])
}

/** Indexes from `first` to before `end` whose entry holds the needle; one with a leading "\n" only fits at the beginning. */
export function* entriesWith(
  { bytes, encoding, starts }: TextColumn,
  needle: string,
  first: number,
  end: number,
): Generator<number> {
  const wanted = Buffer.from(needle, encoding)
  const stop = (starts[end] ?? 0) + (encoding === 'latin1' ? 1 : 2)
  const stretch = bytes.subarray(0, stop)
  for (let at = stretch.indexOf(wanted, starts[first] ?? 0, encoding); at !== -1;) {
    const entry = lowerBound(starts, at + 1) - 1
    yield entry
    at = stretch.indexOf(wanted, starts[entry + 1] ?? stop, encoding)
  }
}

/** The first index of a sorted array whose value is not below `value`. */
export function lowerBound(sorted: Float64Array | Int32Array, value: number): number {
  let lo = 0
  let hi = sorted.length
  while (lo < hi) {
    const middle = (lo + hi) >>> 1
    if ((sorted[middle] ?? Infinity) < value) lo = middle + 1
    else hi = middle
  }
  return lo
}

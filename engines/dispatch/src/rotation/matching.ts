/** Senders who together have fewer hosts than they are, with those hosts; null where everybody can be placed at once (Kuhn, Hall). */
export function unmatchedSenders(
  size: number,
  open: Uint8Array,
): { readonly senders: readonly number[]; readonly hosts: readonly number[] } | null {
  const senderOf = new Int32Array(size).fill(-1)
  for (let sender = 0; sender < size; sender++) {
    const seen = new Uint8Array(size)
    if (place(sender, seen)) continue
    const hosts = Array.from({ length: size }, (_, k) => k).filter((host) => seen[host] === 1)
    return { senders: [sender, ...hosts.map((host) => senderOf[host] ?? 0)].sort((a, b) => a - b), hosts }
  }
  return null

  function place(sender: number, seen: Uint8Array): boolean {
    for (let host = 0; host < size; host++) {
      if (open[sender * size + host] === 0 || seen[host] === 1) continue
      seen[host] = 1
      const holder = senderOf[host] ?? -1
      if (holder < 0 || place(holder, seen)) {
        senderOf[host] = sender
        return true
      }
    }
    return false
  }
}

/** A search of the address with some of it changed; what became empty is left out. The route's own check drops what is no choice. */
export function changed<S extends object>(before: S, change: Readonly<Record<string, string>>): S {
  return Object.fromEntries(
    Object.entries({ ...before, ...change }).filter(([, value]) => value !== '' && value !== undefined),
  ) as S
}

// Everything is said in Chinese with English beside it; who sets an English locale gets the English first.

export interface Words {
  readonly zh: string
  readonly en: string
}

export function isEnglish(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '') ?? ''
  return /^en/i.test(locale)
}

export function both({ zh, en }: Words): string {
  return isEnglish() ? `${en} / ${zh}` : `${zh} / ${en}`
}

export function say(words: Words): void {
  console.log(both(words))
}

/** To standard error: what a program that reads standard output need not see. */
export function note(words: Words): void {
  console.error(both(words))
}

/**
 * Whether a text tells people where the team is from: one sentence that names the team, the sending place and that it comes from there.
 * People open up once they know that nobody of it is from here, so a text without that does not go out.
 */
export function saysWhereFrom(text: string, sender: string): boolean {
  return text
    .split(/[。！？；!?;\n]/)
    .some(
      (sentence) =>
        sentence.includes(sender) &&
        /巡察(组|干部)/.test(sentence) &&
        new RegExp(`(来自|从|由|是)\\s*${escaped(sender)}|${escaped(sender)}\\s*(派|来)`).test(sentence),
    )
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

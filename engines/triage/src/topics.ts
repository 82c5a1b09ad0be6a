// What reports are about, by lists of words: everybody can read why a report stands under a topic, and a person decides what follows.
import { TOPICS, type Topic } from './topic-words.ts'
import type { NamedText } from './text.ts'

export interface RankedTopic {
  readonly topic: Topic
  /** Reports that name it, in the order given, each with the words it was found by. */
  readonly reports: readonly { readonly id: string; readonly words: readonly string[] }[]
}

/** The topics of one text, with the words it was found by: most words first. */
export function topicsOf(text: string): readonly { readonly topic: Topic; readonly words: readonly string[] }[] {
  return TOPICS.map((topic) => ({ topic, words: topic.words.filter((word) => text.includes(word)) }))
    .filter(({ words }) => words.length > 0)
    .sort((one, other) => other.words.length - one.words.length)
}

/** Topics by the number of reports that name them, most first; one report can stand under several. */
export function rankTopics(texts: readonly NamedText[]): readonly RankedTopic[] {
  const found = texts.map(({ id, text }) => ({ id, topics: topicsOf(text) }))
  return TOPICS.map((topic) => ({
    topic,
    reports: found.flatMap(({ id, topics }) => {
      const hit = topics.find((one) => one.topic.id === topic.id)
      return hit === undefined ? [] : [{ id, words: hit.words }]
    }),
  }))
    .filter(({ reports }) => reports.length > 0)
    .sort((one, other) => other.reports.length - one.reports.length)
}

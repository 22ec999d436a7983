/**
 * What the server says in English, and the same in German. In English `{0}`, `{1}` … stand for the values, in the order in
 * which the source has them. In German `{0}` is the value as it came, `{0:ours}` one that the server words itself, such as
 * the name of a language, and `{0:en}` one in words that may be somebody else's, which are then English.
 */
export type Sentences = Readonly<Record<string, string>>

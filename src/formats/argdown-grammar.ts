/** The grammar of Argdown: the parser of @argdown/core, fetched when it is first asked for, and what it stumbles over in a person's words. */

/** A node of the syntax tree: a rule with children, or a token with the words it stands on. Offsets in UTF-16 units. */
export interface ArgdownNode {
  readonly name?: string;
  /** Where the parser had to guess, a child may be missing. */
  readonly children?: readonly (ArgdownNode | undefined)[];
  readonly tokenType?: { readonly name: string };
  readonly image?: string;
  readonly startOffset?: number;
  /** Inclusive. */
  readonly endOffset?: number;
  readonly startLine?: number;
  readonly startColumn?: number;
}

/** Something that the parser could not read. Line and column count from 1. */
export interface Trouble {
  readonly line: number;
  readonly column: number;
  /** A sentence without its full stop, in lower case. */
  readonly words: string;
}

export interface Parsed {
  /** Null where nothing could be read at all. */
  readonly tree: ArgdownNode | null;
  readonly tokens: readonly ArgdownNode[];
  readonly troubles: readonly Trouble[];
}

interface CoreError {
  readonly name: string;
  readonly token: ArgdownNode;
  readonly context: { readonly ruleStack: readonly string[] };
}

interface Response {
  ast?: ArgdownNode;
  tokens?: ArgdownNode[];
  parserErrors?: readonly CoreError[];
}

/** What a rule wants, in words; looked for from the innermost rule outwards. */
const wants: readonly (readonly [rule: RegExp, words: string])[] = [
  [
    /^(?:bold|italic)$/u,
    'bold or italic words begin here and do not end (a backslash before * or _ makes it a plain sign)',
  ],
  [/^inference/u, 'the line of an inference is two hyphens, what it goes by, and two hyphens again'],
  [
    /^pcs/u,
    'numbered premises, a line of hyphens and a numbered conclusion belong together, without an empty line between them',
  ],
  [/^(?:incoming|outgoing|contradiction)/u, 'after the sign of a relation comes a statement or an argument'],
  [/^relations/u, 'what is supported or attacked stands above, indented less'],
  [
    /^(?:statementContent|statementDefinition)$/u,
    'a title with a colon is followed by words, in the same paragraph',
  ],
];

/** Said of what is indented under nothing. */
const loose = 'what is indented here stands below nothing that it could be about';

function trouble({ token, context }: CoreError, last: ArgdownNode | undefined): Trouble {
  const image = (token.image ?? '').trim().split('\n')[0]?.slice(0, 40) ?? '';
  const what = image === '' ? 'the text ends too soon, or a line is empty' : `“${image}” does not fit here`;
  const want = [...context.ruleStack]
    .reverse()
    .flatMap((rule) => wants.find(([one]) => one.test(rule)) ?? [])[1];
  const isLoose = token.tokenType?.name === 'Indent' || token.tokenType?.name === 'Dedent';
  const at = Number.isFinite(token.startLine) ? token : last;
  return {
    line: at?.startLine ?? 1,
    column: at?.startColumn ?? 1,
    words: isLoose ? loose : want === undefined ? what : `${what}: ${want}`,
  };
}

/** What it takes to read Argdown. */
export interface Grammar {
  /** What it says of one text is independent of every other. Throws where there are signs that are no Argdown. */
  readonly parse: (text: string) => Parsed;
  /** Special signs by their names, colons or dots included (`.and.`). */
  readonly signs: ReadonlyMap<string, string>;
}

/** Fetches the grammar. */
export async function argdownGrammar(): Promise<Grammar> {
  const [{ ParserPlugin }, { shortcodes }] = await Promise.all([
    import('../../node_modules/@argdown/core/dist/plugins/ParserPlugin.js'),
    import('../../node_modules/@argdown/core/dist/plugins/shortcodes.js'),
  ]);
  const plugin = new ParserPlugin({});
  const run = plugin.run.bind(plugin) as (request: object, response: Response, logger: object) => unknown;
  const signs = new Map(
    Object.entries(shortcodes).flatMap(([name, sign]) => (sign ? [[name, sign.unicode] as const] : [])),
  );
  const parse = (input: string): Parsed => {
    const response: Response = {};
    // It says its errors to a log as well; nobody reads that.
    run({ input, parser: {} }, response, { log: () => undefined, setLevel: () => undefined });
    const tokens = response.tokens ?? [];
    const troubles = (response.parserErrors ?? []).map((error) => trouble(error, tokens.at(-1)));
    return { tree: response.ast ?? null, tokens, troubles };
  };
  return { parse, signs };
}

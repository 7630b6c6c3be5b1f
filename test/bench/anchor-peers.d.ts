/** What is used of Hypothesis' sources, which anchor-peers.mjs lays out when the page is built. */
declare module 'hypothesis/anchoring/html' {
  /** Rejects where the annotation is an orphan. */
  export function anchor(root: Element, selectors: readonly object[]): Promise<globalThis.Range>;
}
declare module 'hypothesis/anchoring/match-quote' {
  export function matchQuote(
    text: string,
    quote: string,
    context: { prefix: string; suffix: string; hint: number },
  ): { start: number; end: number; score: number } | null;
}

/** The official styles that ours are compared with: a dependency of the tests alone. */
declare module 'rehype-citation/dist/node/styles/*.js' {
  const style: string;
  export default style;
}
declare module 'rehype-citation/dist/node/src/citation-js/plugin-csl/styles.js' {
  export const templates: { readonly data: Readonly<Record<string, string>> };
}
declare module 'rehype-citation/dist/node/src/citation-js/plugin-csl/locales.js' {
  export const locales: { readonly data: Readonly<Record<string, string>> };
}

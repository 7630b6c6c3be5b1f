/** The part of js-yaml that is used: reading one document, in the schema of JSON, where nothing but plain values comes out. */
declare module 'js-yaml' {
  export interface Schema {
    readonly name?: string;
  }
  /** Text, numbers, true, false, null, lists and objects: no dates, no binary, nothing that is made by a constructor. */
  export const CORE_SCHEMA: Schema;
  /** Throws where the text is no YAML. */
  export function load(
    text: string,
    options?: { readonly schema?: Schema; readonly json?: boolean },
  ): unknown;
}

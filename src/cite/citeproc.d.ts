/** What is used of citeproc-js, which comes without types and is loaded as the file that it is. */
declare namespace Citeproc {
  interface Sys {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): object;
  }
  interface Cluster {
    readonly citationItems: readonly {
      readonly id: string;
      readonly locator?: string;
      readonly label?: string;
      readonly suffix?: string;
    }[];
    readonly properties: { readonly noteIndex: number };
  }
  interface Engine {
    updateItems(ids: readonly string[]): void;
    /** HTML of a citation that stands alone. */
    previewCitationCluster(cluster: Cluster, before: [], after: [], format: 'html'): string;
    makeBibliography(): [unknown, string[]] | false;
    opt: { development_extensions: Record<string, boolean> };
  }
  interface Library {
    Engine: new (sys: Sys, style: string, language: string) => Engine;
  }
}

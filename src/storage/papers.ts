/** What keeps imported papers: the list, their text, the files they came from. Part of the contract of storage. */

/** A paper as the library lists it; all of it can be cloned. */
export interface KeptPaper {
  readonly id: string;
  /** Hash of its text as it is now, and of the text as it was first read: what a duplicate is known by. */
  readonly hash: string;
  readonly firstHash: string;
  /** Front matter (`Front` of the model), to be checked like any input. */
  readonly front: unknown;
  readonly tags: readonly string[];
  readonly counts: { readonly notes: number; readonly pages: number; readonly words: number };
  /** The format it was read from, and the name of the file. */
  readonly format: string;
  readonly fileName: string;
  /** Bytes that its text and files take. */
  readonly size: number;
  /** When it was added; an ISO date in UTC. */
  readonly added: string;
  /** When it was removed; null while it is in the library. What is removed can be brought back until it is dropped. */
  readonly removed: string | null;
}

/** A paper's text. */
export interface PaperBody {
  readonly id: string;
  /** JATS. */
  readonly xml: string;
  /** The `Draft` it was made of, with its findings, to be checked like any input; null where there is none. */
  readonly draft: unknown;
}

/** A file of a paper: the one it came from, or a picture. */
export interface PaperFile {
  readonly paper: string;
  readonly name: string;
  readonly role: 'original' | 'picture';
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Papers on the device. All methods throw faults of storage and nothing else of the world's. */
export interface PaperShelf {
  /** All papers, removed ones too, latest added first. */
  list(): Promise<readonly KeptPaper[]>;
  paper(id: string): Promise<KeptPaper | null>;
  body(id: string): Promise<PaperBody | null>;
  /** Keeps a paper with its text and files, all or none, durably. One of the same id is replaced, its files too. */
  keep(paper: KeptPaper, body: PaperBody, files: readonly PaperFile[]): Promise<void>;
  /** Replaces the entry, and the text where one is given, in one step; files stay. */
  update(paper: KeptPaper, body?: PaperBody): Promise<void>;
  /** The files of a paper, without their bytes. */
  files(id: string): Promise<readonly Omit<PaperFile, 'bytes'>[]>;
  file(id: string, name: string): Promise<PaperFile | null>;
  /** Lets go of a paper, its text and its files; notebooks stay. An unknown id is passed over. */
  drop(id: string): Promise<void>;
  /**
   * Lets go of a paper and of all that was made of it: notebooks, layers, older texts. All or nothing. An unknown id is passed over; what was made of a paper that ships goes likewise.
   */
  purge(id: string): Promise<void>;
}

/** Latest first, then by id. */
export const byAdded = (one: KeptPaper, other: KeptPaper): number =>
  one.added === other.added ? (one.id < other.id ? -1 : 1) : one.added > other.added ? -1 : 1;

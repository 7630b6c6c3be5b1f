/** The world's failures as typed errors. They are caught once, in app, and worded only there. */

export type FaultCode =
  | 'paper/unknown'
  | 'paper/unreadable'
  | 'paper/malformed'
  | 'import/unknown'
  | 'import/empty'
  | 'import/broken'
  | 'import/unreadable'
  | 'import/failed'
  | 'import/too-large'
  | 'import/too-deep'
  | 'import/too-slow'
  | 'import/password'
  | 'import/wrong-password'
  | 'import/protected'
  | 'import/scanned'
  | 'import/no-letters'
  | 'notebook/malformed'
  | 'notebook/too-large'
  | 'notebook/other-paper'
  | 'picture/no-map'
  | 'references/unknown'
  | 'references/too-large'
  | 'annotations/unknown'
  | 'annotations/broken'
  | 'annotations/notebook'
  | 'annotations/too-large'
  | 'argument/unknown'
  | 'argument/broken'
  | 'argument/too-large'
  | 'argument/too-many'
  | 'argument/too-slow'
  | 'cite/unreachable'
  | 'storage/refused'
  | 'storage/aside'
  | 'storage/blocked'
  | 'storage/newer'
  | 'storage/full'
  | 'storage/failed'
  | 'backup/unknown'
  | 'backup/broken'
  | 'backup/newer'
  | 'backup/too-large'
  | 'backup/unverified'
  | 'backup/folder'
  | 'map/layout'
  | 'export/too-large'
  | 'export/failed'
  | 'export/package-large';

/** A failure that is nobody's mistake: a bad file, a full disk, a second tab. */
export class Fault extends Error {
  readonly code: FaultCode;
  /** The thing it is about; empty where there is none. */
  readonly detail: string;

  /** `detail` names the thing (a paper's id, a file's name) and is shown as it is. */
  constructor(code: FaultCode, detail = '', options?: ErrorOptions) {
    super(detail ? `${code}: ${detail}` : code, options);
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
  }
}

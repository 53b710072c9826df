/** How far the sending of a file is. */
export interface BlobProgress {
  /** Bytes of the file that were handed over. */
  readonly bytes: number;
  /** All of its bytes; left out of a stream whose `size` was not given. */
  readonly total?: number;
}

/** How a file is sent. */
export interface BlobOptions {
  /** The name that is sent with the bytes. Default: that of a `File`, else the name of the field. */
  filename?: string;
  /** What the bytes are, as `"application/pdf"`. Default: the type of a `Blob`, else `application/octet-stream`. */
  contentType?: string;
  /** Bytes of a stream, where that is known: Node then announces the length of the request. */
  size?: number;
  /**
   * Called as the bytes are handed to the connection, which may hold some of them back; from the start again where
   * they are sent again. Of a whole file only Node tells while it sends: elsewhere it is called once, at the end.
   */
  onProgress?: (progress: BlobProgress) => void;
}

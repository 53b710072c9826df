/** Something a describe left open or said twice. Nothing is wrong with the output, but it may surprise. */
export interface Notice {
  readonly kind: NoticeKind;
  /** API name of the object. */
  readonly object: string;
  readonly detail: string;
}

export type NoticeKind =
  | "writes-unknown"
  | "unknown-type"
  | "duplicate-object"
  | "duplicate-field"
  | "relationship-name-taken"
  | "unreadable-dependency";

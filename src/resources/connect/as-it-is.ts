/** The Connect API writes its texts for HTML, as `A &amp; B`, unless it is asked not to. */
export const AS_IT_IS: Readonly<Record<string, string>> = { "x-chatter-entity-encoding": "false" };

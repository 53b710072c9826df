/**
 * Text that a compiler could not take apart, as it takes a thousand steps of one type at most and then calls the text
 * an error: it counts as unknown instead. Far below it are queries of all fields an object can have.
 */
export type TooLong =
  | Often<Hundred<",">>
  | Often<Hundred<"\n">>
  | Often<Hundred<"\\">>
  | Often<`${Hundred<"\t">}${Hundred<"\t">}`>
  | Often<Ten<`${string}(${string}(`>>
  | Often<Ten<`${string}:${string}:`>>;

/** Text of more words than is looked at condition by condition. */
export type ManyWords = Often<Hundred<" ">>;

/** Text of more words than a compiler can look at one by one. */
export type TooManyWords = Often<`${Hundred<" ">}${Hundred<" ">}${Hundred<" ">}`>;

/** Text that begins with this ten times over. Written out, as each of these types is as long as it says. */
type Often<T extends string> = `${T}${T}${T}${T}${T}${T}${T}${T}${T}${T}${string}`;
type Ten<T extends string> = `${T}${T}${T}${T}${T}${T}${T}${T}${T}${T}`;
type Hundred<Piece extends string> = Ten<Ten<`${string}${Piece}`>>;

/**
 * SOQL text as the other types here read it: string literals are `?`, and one space stands for any white
 * space. Each step costs next to nothing where there is nothing to do. Several places are seen to at a time,
 * since a compiler takes a thousand steps of one type at most.
 */
export type PlainText<T extends string> = SingleSpaced<WithoutLiterals<WithoutEscapes<T>>>;

/** Drops each backslash with the character after it, so that a quote is always the end of a literal. */
type WithoutEscapes<
  T extends string,
  Done extends string = "",
> = T extends `${infer Before}\\${infer _Escaped}${infer After}`
  ? WithoutEscapes<After, `${Done}${Before}`>
  : `${Done}${T}`;

type WithoutLiterals<
  T extends string,
  Done extends string = "",
> = T extends `${infer A}'${infer _A}'${infer B}'${infer _B}'${infer C}'${infer _C}'${infer After}`
  ? WithoutLiterals<After, `${Done}${A}?${B}?${C}?`>
  : T extends `${infer Before}'${infer _Literal}'${infer After}`
    ? WithoutLiterals<After, `${Done}${Before}?`>
    : `${Done}${T}`;

type SingleSpaced<T extends string> = TrimStart<WithoutRuns<Spaces<Spaces<Spaces<T, "\n">, "\r">, "\t">>>;

/** With a space for each such character, and none of the indentation after it. */
type Spaces<
  T extends string,
  Character extends string,
  Done extends string = "",
> = T extends `${infer A}${Character}${infer B}${Character}${infer C}${Character}${infer After}`
  ? Spaces<TrimStart<After>, Character, `${Done}${A} ${TrimStart<B>} ${TrimStart<C>} `>
  : T extends `${infer Before}${Character}${infer After}`
    ? Spaces<TrimStart<After>, Character, `${Done}${Before} `>
    : `${Done}${T}`;

type WithoutRuns<
  T extends string,
  Done extends string = "",
> = T extends `${infer A}  ${infer B}  ${infer C}  ${infer After}`
  ? WithoutRuns<TrimStart<After>, `${Done}${A} ${TrimStart<B>} ${TrimStart<C>} `>
  : T extends `${infer Before}  ${infer After}`
    ? WithoutRuns<TrimStart<After>, `${Done}${Before} `>
    : `${Done}${T}`;

export type TrimStart<T extends string> = T extends `    ${infer Rest}`
  ? TrimStart<Rest>
  : T extends ` ${infer Rest}`
    ? TrimStart<Rest>
    : T;

export type Trim<T extends string> = T extends ` ${infer Rest}`
  ? Trim<Rest>
  : T extends `${infer Rest} `
    ? Trim<Rest>
    : T;

/** The keywords that stand where types look for them, with what may be glued to them. */
type Keyword =
  | "SELECT"
  | "(SELECT"
  | "FROM"
  | "TYPEOF"
  | "WHEN"
  | "THEN"
  | "ELSE"
  | "END"
  | "END,"
  | "WHERE"
  | "AND"
  | "OR"
  | "WITH"
  | "GROUP"
  | "ORDER"
  | "BY";

/** With keywords in capitals. */
export type WithKeywords<
  T extends string,
  Done extends string = "",
> = T extends `${infer A} ${infer B} ${infer C} ${infer D} ${infer After}`
  ? WithKeywords<After, `${Done}${InCapitals<A>} ${InCapitals<B>} ${InCapitals<C>} ${InCapitals<D>} `>
  : T extends `${infer Word} ${infer After}`
    ? WithKeywords<After, `${Done}${InCapitals<Word>} `>
    : `${Done}${InCapitals<T>}`;

type InCapitals<Word extends string> = Uppercase<Word> extends Keyword ? Uppercase<Word> : Word;

/**
 * The text up to the bracket that closes one opened before it, and what comes after that bracket; `null`
 * where none does.
 */
export type Closed<
  T extends string,
  Body extends string = "",
  Open extends unknown[] = [],
> = T extends `${infer Before})${infer After}`
  ? Before extends `${infer Outer}(${infer Inner}`
    ? Closed<`${Inner})${After}`, `${Body}${Outer}(`, [...Open, 0]>
    : Open extends [unknown, ...infer Rest]
      ? Closed<After, `${Body}${Before})`, Rest>
      : [body: `${Body}${Before}`, after: After]
  : null;

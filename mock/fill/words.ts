import type { Random } from "./random.js";

const STARTS = [
  "Bel",
  "Cor",
  "Dal",
  "Est",
  "Fen",
  "Gar",
  "Hol",
  "Kir",
  "Lor",
  "Mar",
  "Nor",
  "Ost",
  "Per",
  "Ros",
  "Sol",
  "Tor",
  "Vel",
  "Wes",
];
const MIDDLES = ["a", "e", "i", "o", "an", "en", "er", "il", "or", "um"];
const ENDS = ["da", "do", "len", "lin", "mar", "mon", "na", "ric", "ris", "sa", "ta", "ton", "va", "wick"];
const COMPANIES = ["Ltd", "Inc", "AG", "Group", "Works", "Partners", "Trading", "Systems", "Foods", "Tools"];
const JOBS = ["Head of", "Director of", "Manager", "Assistant", "Engineer"];
const AREAS = ["Sales", "Finance", "Purchasing", "Operations", "Marketing", "IT", "Research"];
const STREETS = ["Street", "Road", "Lane", "Square", "Avenue"];
const COUNTRIES = [
  "Austria",
  "Canada",
  "France",
  "Germany",
  "Italy",
  "Japan",
  "Norway",
  "Spain",
  "Switzerland",
];

/** An invented word with a capital: no one is called so. */
export function word(random: Random): string {
  const middle = random.chance(0.5) ? random.pick(MIDDLES) : "";
  return random.pick(STARTS) + middle + random.pick(ENDS);
}

export function company(random: Random): string {
  return `${word(random)} ${random.pick(COMPANIES)}`;
}

export function jobTitle(random: Random): string {
  return `${random.pick(JOBS)} ${random.pick(AREAS)}`;
}

export function department(random: Random): string {
  return random.pick(AREAS);
}

export function street(random: Random): string {
  return `${random.int(1, 250)} ${word(random)} ${random.pick(STREETS)}`;
}

export function country(random: Random): string {
  return random.pick(COUNTRIES);
}

/** A number of the range that is kept for fiction. */
export function phone(random: Random): string {
  return `+1 555 01${String(random.int(0, 99)).padStart(2, "0")} ${random.int(1000, 9999)}`;
}

export function sentence(random: Random): string {
  const words = Array.from({ length: random.int(4, 12) }, () => word(random).toLowerCase());
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/* What a reader means by what was typed: accents, raw Telex and VNI, document numbers, slips, quoted phrases. */

const VOWEL = /[aăâeêioôơuưy]/;
const TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323", 1: "s", 2: "f", 3: "r", 4: "x", 5: "j" };
const DOCUMENT = /^(qđ|qd|nđ|nd|tt|ttlt|nq|kh|ct|vbhn)(\d.*)$/i;
const FILLERS = new Set("ai bao các cần cho có của đâu để được gì hay khi là làm muốn mua nào nhiêu những ở số thế thì tiền và về với".split(" "));
const PLACE = /^(xa|phuong|thi tran|huyen|thi xa|thanh pho) /;

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
const hasMarks = (text) => /đ|\p{M}/iu.test(text.normalize("NFD"));
/* The index writes đ as d with a stroke on it, see ADR 13. */
const encode = (text) => text.normalize("NFC").replace(/đ/g, "d\u0335").replace(/Đ/g, "D\u0335");

/* Sets hat, breve or horn on the last letters of `out` that can bear it; tells whether any could. */
const dress = (out, from, to) => {
  for (let at = out.length - 1; at >= 0; at -= 1) {
    const found = from.indexOf(out[at]);
    if (found >= 0) {
      out[at] = to[found];
      if (to[found] === "ơ" && out[at - 1] === "u" && out[at - 2] !== "q") out[at - 1] = "ư";
      return true;
    }
  }
  return false;
};

const placeTone = (letters, tone) => {
  const word = letters.join("");
  const start = /^(gi|qu)(?=[aăâeêioôơuưy])/.test(word) ? 2 : word.search(VOWEL);
  const vowels = word.slice(start).match(/^[aăâeêioôơuưy]+/)[0];
  const dressed = [...vowels].map((one) => "ăâêôơư".includes(one)).lastIndexOf(true);
  const ends = start + vowels.length < word.length;
  const at = dressed >= 0 ? dressed : vowels.length === 1 ? 0 : vowels.length > 2 || ends ? 1 : 0;
  return word.slice(0, start + at + 1) + tone + word.slice(start + at + 1);
};

/* What the keys mean when the input method was switched off: Telex, VNI, or both in one word. */
const decode = (word) => {
  const out = [];
  let tone = "";
  for (const typed of word.toLowerCase().normalize("NFC")) {
    const last = out[out.length - 1];
    const key = /[1-5]/.test(typed) ? TONES[typed] : typed;
    const seen = out.some((one) => VOWEL.test(one));
    if ((typed === "d" && last === "d") || (typed === "9" && out.includes("d"))) out[out.lastIndexOf("d")] = "đ";
    else if ("aeo".includes(typed) && last === typed) out[out.length - 1] = { a: "â", e: "ê", o: "ô" }[typed];
    else if (seen && typed === "6" && dress(out, "aeo", "âêô")) continue;
    else if (seen && typed === "8" && dress(out, "a", "ă")) continue;
    else if (seen && typed === "7" && dress(out, "ou", "ơư")) continue;
    else if (typed === "w" && (dress(out, "oa", "ơă") || dress(out, "u", "ư"))) continue;
    else if (typed === "w" && !seen) out.push("ư");
    else if (seen && key in TONES && !/\d/.test(key)) tone = TONES[key];
    else out.push(typed);
  }
  return tone ? placeTone(out, tone).normalize("NFC") : out.join("");
};

/* Whether one letter more, less, other, or two letters in the other order make one word of another. */
const isSlip = (one, other) => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const rest = (word, from) => word.slice(at + from);
  return (
    rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1) ||
    (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one, 2) === rest(other, 2))
  );
};

/* Words of the site that a word may be a slip of; those of titles first. */
const near = (word, vocabulary) => {
  const folded = fold(word);
  if (folded.length < 3 || /^\d+$/.test(folded)) return [];
  return [...vocabulary.names, ...vocabulary.words].filter((one) => one !== folded && isSlip(folded, one));
};

const readVocabulary = ({ names, words, places, abbreviations, pages }) => {
  const [ofNames, ofTexts] = [names.split(" "), words.split(" ")];
  const all = new Set([...ofNames, ...ofTexts, ...Object.keys(abbreviations)]);
  return { names: ofNames, words: ofTexts, all, places, abbreviations, pages, begins: (start) => [...all].some((one) => one.startsWith(start)) };
};

const split = (text) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

/* The words that say something. */
const telling = (words) => {
  const left = words.filter((word) => !FILLERS.has(word.toLowerCase()));
  return left.length ? left : words;
};

/* The query as it stands, and with its abbreviations in full. */
const forms = (words, { abbreviations }) => [...new Set([words, words.map((word) => abbreviations[fold(word)] ?? word)].map((one) => one.join(" ")))];

/* The same with the tone at the other place: hoà for hòa, thuỷ for thủy. */
const otherTone = (text) => text.normalize("NFD").replace(/(o|u)(\p{M}?)(a|e|y)(\p{M}?)(?![\p{L}\p{M}])/giu, "$1$4$3$2").normalize("NFC");

/* How much of a query a text says, 0 to 1; a word with other accents counts a little less. */
const coverage = (query, text, weigh = () => 1) => {
  const left = split(text.toLowerCase());
  const asked = query.toLowerCase().split(" ");
  const points = asked.map((word) => {
    const same = left.findIndex((one) => one === word || one === otherTone(word));
    const at = same >= 0 ? same : left.findIndex((one) => fold(one) === fold(word));
    if (at >= 0) left.splice(at, 1);
    return same >= 0 || (at >= 0 && !hasMarks(word)) ? 1 : at >= 0 ? 0.9 : 0;
  });
  const sum = (pointOf) => asked.reduce((so, word, at) => so + weigh(word) * pointOf(at), 0);
  return sum((at) => points[at]) / sum(() => 1);
};

/* One word as meant, and whether the site has it. */
const meant = (word, isLast, vocabulary) => {
  const folded = fold(word);
  const decoded = decode(word);
  const { all, begins } = vocabulary;
  if (all.has(folded) || /^\d+$/.test(folded) || folded.length < 2) return { word, known: true };
  if (decoded !== word && all.has(fold(decoded))) return { word: decoded, known: true };
  if (isLast && begins(folded)) return { word, known: true };
  if (isLast && decoded !== word && begins(fold(decoded))) return { word: decoded, known: true };
  return { word, known: false };
};

/* Understand a query: its words as meant, its quoted phrases, and what the places in it are called now. */
const understand = (query, vocabulary) => {
  const plain = query.normalize("NFC").replace(/[“”„«»]/g, '"');
  const phrases = [...plain.matchAll(/"([^"]{2,})"/g)].map((found) => found[1].trim());
  const typed = plain.replace(/["\s/.,;:!?()_\-–—]+/g, " ").trim().split(" ").filter(Boolean)
    .flatMap((word) => (DOCUMENT.test(word) ? word.match(DOCUMENT).slice(1) : [word]));
  const words = typed.map((word, at) => meant(word, at === typed.length - 1, vocabulary));
  const text = ` ${fold(typed.join(" "))} `;
  const place = Object.keys(vocabulary.places).find((old) => text.includes(` ${old} `) || text.trim() === old.replace(PLACE, ""));
  return {
    phrases,
    words: words.map((one) => one.word),
    unknown: words.flatMap((one, at) => (one.known ? [] : [at])),
    isRaw: words.some((one, at) => one.word !== typed[at]),
    place: place ? vocabulary.places[place] : "",
  };
};

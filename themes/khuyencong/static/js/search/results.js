/* Asks Pagefind: exact accents first, then others; if little is found, with other words or with fewer. */

const PHRASE_CANDIDATES = 40;
const WEIGHED = 20;
const FEW = 5;
const CHOICES = 12;

const SITE = new URL("../", document.currentScript.src);
let loading = null;
let pagefind = null;
let vocabulary = null;

const fetchJson = async (name) => (await fetch(new URL(`pagefind/${name}.json`, SITE))).json();

const load = () => {
  loading ??= Promise.all([import(new URL("pagefind/pagefind.js", SITE)), fetchJson("words")]).then(async ([engine, words]) => {
    await engine.options({ noWorker: true });
    await engine.init();
    pagefind = engine;
    vocabulary = readVocabulary(words);
  });
  loading.catch(() => { loading = null; });
  return loading;
};

const ask = async (words, isExact = false) => {
  await pagefind.options({ exactDiacritics: isExact });
  return (await pagefind.search(encode(words.join(" ")))).results;
};

/* The last word may be half typed, and its endings may lie in several files of the index. */
const preload = (words) => {
  const last = fold(words.at(-1) ?? "");
  const endings = [...vocabulary.all].filter((one) => one.startsWith(last));
  const step = Math.ceil(endings.length / CHOICES);
  return pagefind.preload(encode([...words, ...endings.filter((_, at) => at % step === 0)].join(" ")));
};

const unique = (results) => [...new Map(results.toReversed().map((one) => [one.id, one])).values()].toReversed();
const data = (results) => Promise.all(results.map((one) => one.data()));
const titleOf = async (result) => (await result.data()).meta.title;

/* Pages with exactly these accents come first, wherever the tone of hòa or hoà stands. */
const tiers = async (words) => {
  const lists = [];
  for (const form of forms(words, vocabulary)) {
    for (const text of hasMarks(form) ? new Set([form, otherTone(form)]) : []) lists.push(await ask([text], true));
  }
  for (const form of forms(words, vocabulary)) lists.push(await ask([form]));
  return unique(lists.flat());
};

/* The best answers in the order of what their titles, kinds and places say of the query; who makes it goes before what is made; else as Pagefind has them. */
const weighed = async (results, words, weigh) => {
  const some = results.slice(0, WEIGHED);
  const asked = forms(telling(words), vocabulary);
  const step = (share) => (weigh ? share : Math.floor(share * 2));
  const order = (await data(some)).map(({ meta, raw_url: address }, at) => {
    const of = (text) => step(Math.max(...asked.map((form) => coverage(form, text, weigh))));
    const title = of(meta.title);
    const rest = split(meta.title).length - words.length;
    const by = [of(`${meta.title} ${typeOf(address).dataset.name} ${meta.shown}`), title, title >= 1 && rest < 4 ? -rest : -4, Number(/^.co-so/.test(address)), -at];
    return { one: some[at], by };
  });
  order.sort((one, two) => one.by.map((weight, at) => two.by[at] - weight).find(Boolean));
  return [...order.map(({ one }) => one), ...results.slice(WEIGHED)];
};

const withPhrases = async (results, phrases) => {
  if (!phrases.length) return results;
  const candidates = results.slice(0, PHRASE_CANDIDATES);
  const texts = (await data(candidates)).map(({ content }) => content.toLowerCase());
  const holds = (text, phrase) => (hasMarks(phrase) ? text.includes(phrase) : fold(text).includes(phrase));
  return candidates.filter((_, at) => phrases.every((phrase) => holds(texts[at], phrase.toLowerCase())));
};

/* The first of these queries that a title answers wholly, or else the one that finds most. */
const best = async (choices) => {
  let most = null;
  for (const words of choices) {
    const results = await weighed(await ask(words), words);
    if (results.length && coverage(words.join(" "), await titleOf(results[0])) === 1) return { words, results };
    if (results.length > (most?.results.length ?? 0)) most = { words, results, isVague: true };
  }
  return most;
};

/* Other words for those that the site does not have. */
const corrected = ({ words, unknown }) => {
  let choices = [words.map(fold)];
  for (const at of unknown) {
    choices = choices.flatMap((choice) => near(words[at], vocabulary).map((one) => choice.with(at, one)));
  }
  return best(choices.slice(0, CHOICES));
};

/* A slip that is a word too: leave each word out in turn, and look for it in the title of the best answer. */
const guessed = async (words) => {
  const choices = [];
  for (let at = words.length - 1; words.length > 1 && at >= 0; at -= 1) {
    const [first] = await ask(words.toSpliced(at, 1));
    const title = first ? split(await titleOf(first)) : [];
    choices.push(...title.filter((one) => one.length > 2 && isSlip(fold(words[at]), fold(one))).map((one) => words.with(at, one)));
  }
  const found = await best(choices);
  return found?.isVague ? null : found;
};

/* Pages with only some of the words: those with most of them, rare words counting more. */
const relaxed = async (words) => {
  const [scores, weights] = [new Map(), {}];
  const told = telling(words);
  for (const word of told) {
    const results = await ask([word]);
    const weight = Math.log(1 + vocabulary.pages / (results.length || 1));
    weights[word.toLowerCase()] = weight;
    for (const one of results) scores.set(one.id, { one, score: (scores.get(one.id)?.score ?? 0) + weight });
  }
  const order = [...scores.values()].sort((one, two) => two.score - one.score).map(({ one }) => one);
  const some = await weighed(unique([...(await ask(told)), ...order]), words, (word) => weights[word] ?? 1);
  return some.slice(0, WEIGHED);
};

/* Everything that answers a query, the words to mark in it, and what to tell the reader of how it was understood. */
const answer = async (query) => {
  const asked = understand(query, vocabulary);
  const { words, unknown, phrases } = asked;
  let note = asked.isRaw ? `Tìm theo: ${words.join(" ")}.` : "";
  let said = words;
  await preload(words);
  let results = await weighed(await withPhrases(unknown.length ? [] : await tiers(words), phrases), words);
  if (!phrases.length && results.length < FEW) {
    const better = await (unknown.length ? corrected(asked) : guessed(words));
    const others = better ? better.results : await relaxed(words);
    if (better) {
      const meant = better.words.join(" ").toLowerCase();
      note = results.length ? `Kèm kết quả cho “${meant}”.` : `Không có “${words.join(" ")}”. Đang hiện kết quả cho “${meant}”.`;
      said = [...words, ...better.words];
    } else if (others.length > results.length) {
      note = "Ít trang có đủ các chữ này; kèm những trang có gần đủ.";
    }
    results = unique([...results, ...others]);
  }
  if (asked.place) note = `${note} Nơi này nay là: ${asked.place}.`.trim();
  return { results, note, said };
};

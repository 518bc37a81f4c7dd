/* The search page: shows results by kind, keeps the question in the address. */

const PAUSE = 50;
const AT_ONCE = 10;
const FIRST = 3;
const EXCERPT = 28;
const SHORTEST = 2;

const root = document.querySelector('[data-module="search"]');
const part = (name) => root.querySelector(`[data-search="${name}"]`);
const [status, hint, filters, list, more, other] = ["status", "hint", "filters", "results", "more", "other"].map(part);
const form = root.querySelector("form");
const input = form.elements.q;
const selects = [...filters.querySelectorAll("select")];
const introduction = status.textContent;
let table = null;
let turn = 0;
let timer = 0;
let working = Promise.resolve();
let found = [];
let terms = [];
let shown = 0;

const say = (text) => { status.textContent = text; };

/* Filters are fetched when first needed: most readers never open them. */
const loadTable = async () => {
  if (table) return;
  table = await fetchJson("filters");
  table.rows = new Map(table.keys.split(" ").map((key, row) => [key, row]));
};

const rowOf = (result) => table.rows.get(result.id);
const valuesOf = (name, result) => (table.filters[name]?.of[rowOf(result)] ?? []).map((one) => table.filters[name].values[one]);
const passes = (result, except) => selects.every(({ name, value }) => !value || name === except || name === "sap-xep" || valuesOf(name, result).includes(value));

/* Each filter counts what its values would leave, the other filters kept. */
const fillFilters = (results) => {
  for (const select of selects) {
    if (select.name === "sap-xep") continue;
    const counts = new Map();
    for (const one of results.filter((result) => passes(result, select.name))) {
      for (const value of valuesOf(select.name, one)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const names = new Map([...select.options].map((option) => [option.value, option.dataset.name]));
    const values = select.name === "loai" ? [...names.keys()].slice(1) : (table.filters[select.name]?.values ?? []);
    const chosen = select.value;
    select.replaceChildren(select.options[0], ...values.filter((one) => counts.has(one) || one === chosen || select.name === "loai").map((value) => {
      const option = new Option(`${names.get(value) ?? value} (${counts.get(value) ?? 0})`, value, false, value === chosen);
      option.dataset.name = names.get(value) ?? value;
      return option;
    }));
  }
};

const narrowed = async (results) => {
  if (!filters.open && !selects.some((one) => one.value)) return results;
  await loadTable();
  const kept = results.filter((one) => passes(one, ""));
  fillFilters(results);
  if (filters.querySelector('[name="sap-xep"]').value !== "ngay") return kept;
  const day = (one) => table.days[rowOf(one)] ?? "";
  return kept.sort((one, two) => (day(one) < day(two) ? 1 : day(one) > day(two) ? -1 : 0));
};

const isTerm = (word) => terms.some((term) => split(fold(word)).some((one) => one.startsWith(term)));

/* Text with the words of the query marked: text nodes only, whatever the text holds. */
const marked = (words) => words.flatMap((word) => [isTerm(word) ? Object.assign(document.createElement("mark"), { textContent: word }) : word, " "]);

/* The part of a text that has most of the query. */
const excerpt = (content) => {
  const words = content.split(/\s+/);
  const hits = (at) => words.slice(at, at + EXCERPT / 2).filter(isTerm).length;
  const best = words.reduce((one, word, at) => (isTerm(word) && hits(at) > hits(one) ? at : one), 0);
  const start = Math.max(0, Math.min(best - 6, words.length - EXCERPT));
  const end = start + EXCERPT;
  return [start ? "… " : "", ...marked(words.slice(start, end)), end < words.length ? "…" : ""];
};

const resultOf = ({ meta, content, raw_url: address }) => {
  const item = part("result").content.cloneNode(true).firstElementChild;
  const link = item.querySelector("a");
  link.href = new URL(address.slice(1), SITE);
  link.replaceChildren(...marked(meta.title.split(" ")));
  const [facts, text] = item.querySelectorAll("p");
  facts.textContent = [typeOf(address).dataset.name, meta.shown].filter(Boolean).join(" · ");
  text.append(...excerpt(content.slice(meta.title.length + 1).trim()));
  if (meta.picture) item.prepend(Object.assign(new Image(96, 72), { src: new URL(meta.picture.slice(1), SITE), alt: "", className: "artwork", loading: "lazy" }));
  return item;
};

/* The kind of a page: an entry is of its type, everything else a plain page. */
const typeOf = (address) => {
  const [, folder, , rest] = address.split("/");
  const types = [...selects[0].options];
  return types.find((option) => option.value === folder && rest === "") ?? types.find((option) => option.value === "trang");
};

/* The best answers stand first, the others under their kind. */
const groupOf = (address, place) => {
  const type = typeOf(address);
  const [key, name] = place < FIRST ? ["first", "Đúng nhất"] : [type.value, type.dataset.name];
  let group = list.querySelector(`[data-type="${key}"]`);
  if (!group) {
    group = part("group").content.cloneNode(true).firstElementChild;
    group.dataset.type = key;
    group.querySelector("h2").textContent = name;
    list.append(group);
  }
  return group.querySelector("ol");
};

const showMore = async () => {
  const mine = turn;
  const next = await data(found.slice(shown, shown + AT_ONCE));
  if (mine !== turn) return;
  if (!shown) list.replaceChildren();
  const items = next.map(resultOf);
  items.forEach((item, at) => groupOf(next[at].raw_url, shown + at).append(item));
  if (shown) items[0].querySelector("a").focus();
  shown += next.length;
  more.hidden = shown >= found.length;
};

const reset = () => {
  list.replaceChildren();
  more.hidden = hint.hidden = filters.hidden = true;
  other.hidden = false;
  say(introduction);
};

const keepAddress = () => {
  const address = new URL(location.href);
  for (const { name, value } of [input, ...selects]) {
    if (value.trim()) address.searchParams.set(name, value.trim());
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address);
};

const search = async () => {
  const query = input.value.trim();
  delete root.dataset.answered;
  turn += 1;
  const mine = turn;
  keepAddress();
  if (query.length < SHORTEST) return reset();
  try {
    if (!pagefind) say("Đang tìm …");
    await load();
    // One after the other: Pagefind has one setting for accents, which a second query must not change under the first.
    working = working.catch(() => {}).then(() => mine === turn && answer(query));
    const answered = await working;
    if (!answered || mine !== turn) return;
    const { results, said, note } = answered;
    const kept = await narrowed(results);
    if (mine !== turn) return;
    [found, shown, terms] = [kept, 0, said.map(fold).filter((one) => one.length > 1)];
    await showMore();
    if (mine !== turn) return;
    filters.hidden = !results.length;
    other.hidden = kept.length > 0;
    hint.hidden = !note;
    hint.textContent = note;
    say(kept.length ? `${kept.length.toLocaleString("vi-VN")} kết quả cho “${query}”.` : `Không tìm thấy “${query}”. ${status.dataset.nothing}`);
    root.dataset.answered = query;
  } catch (error) {
    if (mine !== turn) return;
    reset();
    say(status.dataset.failed);
    console.error(error);
  }
};

const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
};

const move = (event) => {
  const links = [input, ...list.querySelectorAll("h3 a")];
  const at = links.indexOf(document.activeElement);
  if (at >= 0 && event.key === "Escape") {
    input.value = "";
    input.focus();
    search();
  } else if (at >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    links[Math.max(0, Math.min(links.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))].focus();
  }
};

const begin = () => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  input.addEventListener("input", soon);
  input.addEventListener("focus", () => load().catch(() => {}), { once: true });
  filters.addEventListener("change", search);
  filters.addEventListener("toggle", () => filters.open && !table && search());
  more.addEventListener("click", showMore);
  root.addEventListener("keydown", move);

  const start = new URLSearchParams(location.search);
  input.value ||= start.get("q") ?? ""; // on a slow line somebody may have typed already
  for (const select of selects) {
    const value = start.get(select.name) ?? "";
    if (value && ![...select.options].some((one) => one.value === value)) select.add(new Option(value, value));
    select.value = value;
  }
  filters.open = selects.some((one) => one.value);
  if (input.value) search();
};

if (location.protocol === "file:") {
  say(status.dataset.offline);
  form.hidden = true;
} else {
  begin();
}

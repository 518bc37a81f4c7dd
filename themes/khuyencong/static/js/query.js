// Narrows a dataset by the values of its columns, and offers what is left as CSV. The page shows the first rows and
// links all files without this script, from a folder, or when the file does not come.
(() => {
  "use strict";

  const page = document.querySelector('[data-module="query"]');
  const source = document.querySelector('link[data-query="source"]');
  const part = (name) => page && page.querySelector(`[data-query="${name}"]`);
  const form = part("form");
  if (!form || !source) return;

  const STEP = 50; // rows that are shown at once
  const table = part("table");
  const body = table.tBodies[0];
  const columns = [...table.tHead.rows[0].cells].map((head) => head.dataset);
  const selects = [...form.querySelectorAll("select")];
  const missing = "(không nêu)";
  const collator = new Intl.Collator("vi", { numeric: true });
  const here = new URL("../../", location.href.replace(/[?#].*/, "")).href;
  const there = new URL("../../", document.querySelector('link[rel="canonical"]').href).href;
  const more = Object.assign(document.createElement("button"), { type: "button", className: "button" });
  let rows = [];

  // The same words as `in_words` in model/open_data/page.py gives.
  function inWords(value, { type, unit }) {
    if (value === null) return "";
    if (typeof value === "boolean") return value ? "có" : "không";
    if (Array.isArray(value)) return value.join("; ");
    if (type === "date") {
      const [year, month, day] = value.split("-");
      return day ? `${day}/${month}/${year}` : month ? `tháng ${Number(month)}/${year}` : `năm ${year}`;
    }
    const isCounted = typeof value === "number" && unit && unit !== "năm";
    return isCounted ? value.toLocaleString("vi", { maximumFractionDigits: 6 }) : String(value);
  }

  // The values of a row by which it is found in a column; what is not known has a value of its own.
  function valuesOf(row, name) {
    const value = row[name];
    return Array.isArray(value) && value.length ? value.map(String) : [value === null ? "" : String(value)];
  }

  function chosen() {
    return selects.filter((select) => select.selectedIndex > 0).map((select) => [select.name, select.value.slice(1)]);
  }

  function matching(criteria) {
    return rows.filter((row) => criteria.every(([name, value]) => valuesOf(row, name).includes(value)));
  }

  // Offers the values that would find something beside what else is chosen, with how many rows each finds.
  function offer(select) {
    const current = select.value;
    const found = new Map();
    for (const row of matching(chosen().filter(([name]) => name !== select.name))) {
      for (const value of valuesOf(row, select.name)) {
        const words = value === "" ? missing : inWords(row[select.name] === null ? null : Array.isArray(row[select.name]) ? value : row[select.name], select.dataset);
        const known = found.get(value) || { words, count: 0 };
        found.set(value, { words, count: known.count + 1 });
      }
    }
    const options = [...found].sort(([one, { words }], [other, { words: others }]) => (one === "") - (other === "") || collator.compare(words, others));
    select.replaceChildren(select.options[0], ...options.map(([value, { words, count }]) => {
      return new Option(`${words} (${count.toLocaleString("vi")})`, `=${value}`);
    }));
    select.value = current;
  }

  function cellOf(row, column, isFirst) {
    const cell = document.createElement(isFirst ? "th" : "td");
    const words = inWords(row[column.name], column);
    if (isFirst) cell.scope = "row";
    if (column.type === "integer" || column.type === "number") cell.className = "number";
    if (isFirst && row.url) {
      const href = row.url.startsWith(there) ? here + row.url.slice(there.length) : row.url;
      cell.append(Object.assign(document.createElement("a"), { href, textContent: words }));
    } else if (words) cell.append(words);
    else {
      const dash = Object.assign(document.createElement("span"), { textContent: "–" });
      dash.setAttribute("aria-hidden", "true");
      cell.append(dash, Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: "không nêu" }));
    }
    return cell;
  }

  function showRows(found, start) {
    const shown = found.slice(start, start + STEP).map((row) => {
      const line = document.createElement("tr");
      line.append(...columns.map((column, position) => cellOf(row, column, !position)));
      return line;
    });
    if (start) body.append(...shown);
    else body.replaceChildren(...shown);
    const left = found.length - start - shown.length;
    more.textContent = `Xem thêm ${Math.min(left, STEP)} dòng`;
    more.onclick = () => {
      showRows(found, start + STEP);
      const link = body.rows[start + STEP].querySelector("a");
      if (link) link.focus();
    };
    if (left > 0) table.parentElement.after(more);
    else more.remove();
  }

  // The rows of the page stay as they are until a reader asks for others.
  function show() {
    const criteria = chosen();
    const found = matching(criteria);
    showRows(found, 0);
    table.caption.textContent = criteria.length ? "Những dòng đã lọc" : "Mọi dòng";
    const query = new URLSearchParams(criteria).toString();
    history.replaceState(null, "", location.href.replace(/[?#].*/, "") + (query && `?${query}`));
    count();
  }

  function count() {
    const criteria = chosen();
    const words = `${matching(criteria).length.toLocaleString("vi")} ${form.dataset.unit}`;
    selects.forEach(offer);
    part("status").textContent = criteria.length ? `Còn ${words}` : `Tất cả: ${words}`;
  }

  // The same text as outputs/open_data/comma_separated.py writes.
  function csvCell(value) {
    if (value === null) return "";
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    const text = Array.isArray(value) ? value.map((one) => one.replace(/\\/g, "\\\\").replace(/\|/g, "\\|")).join(" | ") : value;
    const safe = /^'*[ \u00a0]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  }

  function save() {
    const found = matching(chosen());
    const names = Object.keys(rows[0] || {});
    const lines = [names, ...found.map((row) => names.map((name) => csvCell(row[name])))].map((line) => `${line.join(",")}\r\n`);
    const href = URL.createObjectURL(new Blob(["\ufeff", ...lines], { type: "text/csv" }));
    const isPart = found.length < rows.length;
    const link = Object.assign(document.createElement("a"), { href, download: `${form.dataset.file}${isPart ? "-da-loc" : ""}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 10000);
  }

  function fromAddress() {
    const query = new URLSearchParams(location.search);
    for (const select of selects) {
      if (query.has(select.name)) select.value = `=${query.get(select.name)}`;
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
  }

  function load() {
    const status = part("status");
    if (location.protocol === "file:") status.textContent = status.dataset.offline;
    else if (!rows.length) {
      fetch(source.href)
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
        .then(begin, () => { status.textContent = status.dataset.failed; });
    }
  }

  function begin(found) {
    rows = found;
    selects.forEach(offer);
    fromAddress();
    form.hidden = false;
    if (chosen().length) show();
    else count();
  }

  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(() => {
    show();
    selects[0].focus();
  }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  part("box").addEventListener("toggle", load);
  const asked = new URLSearchParams(location.search);
  if (selects.some((select) => asked.has(select.name))) part("box").open = true;
})();

// Compares up to four products. Cards, product pages and the tables of the comparison page get boxes to tick; the
// comparison page shows what its address names (?sp=a,b,c). Only the list of what is ticked is kept in the browser.
(() => {
  "use strict";

  const MOST = 4;
  const KEY = "so-sanh";
  const SLUG = /san-pham\/([a-z0-9-]+)\/(?:index\.html)?$/;
  const page = document.querySelector('[data-module="comparison"]');
  const target = page ? { href: location.href.replace(/[?#].*/, "") } : document.querySelector('a[href*="san-pham/so-sanh/"]');
  const main = document.querySelector("main");
  if (!target || !main) return;

  let picked = [];
  const boxes = () => [...document.querySelectorAll("input[data-compare]")];
  const bar = add(main, "section", { className: "compare-bar", hidden: true });
  bar.setAttribute("aria-label", "Sản phẩm chọn để so sánh");
  const status = add(main, "p", { className: "visually-hidden" });
  status.setAttribute("role", "status");

  function add(parent, name, properties) {
    const made = Object.assign(document.createElement(name), properties);
    parent.append(made);
    return made;
  }

  // What is kept may be missing, forbidden, or from another time.
  function remembered() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(kept) ? kept.filter((one) => one && typeof one.slug === "string" && typeof one.title === "string").slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  function remember() {
    try {
      localStorage.setItem(KEY, JSON.stringify(picked));
    } catch {
      // The list then lasts as long as the page.
    }
  }

  function address() {
    return `${target.href.replace(/[?#].*/, "")}${picked.length ? `?sp=${picked.map((one) => one.slug).join(",")}` : ""}`;
  }

  function offer(place, slug, title, words = "So sánh") {
    const label = add(place, "label", { className: "compare-pick" });
    const box = add(label, "input", { type: "checkbox" });
    Object.assign(box.dataset, { compare: slug, title });
    label.append(` ${words}`);
    add(label, "span", { className: "visually-hidden", textContent: ` ${title}` });
    box.addEventListener("change", () => pick(slug, title, box.checked));
  }

  function pick(slug, title, isPicked) {
    picked = picked.filter((one) => one.slug !== slug);
    if (isPicked && picked.length < MOST) picked.push({ slug, title });
    changed();
  }

  function changed() {
    remember();
    if (page) {
      try {
        history.pushState(null, "", address());
      } catch {
        // A page opened from a folder may not change its address.
      }
    }
    show();
    status.textContent = picked.length === MOST ? `Đã chọn đủ ${MOST} sản phẩm` : `Đã chọn ${picked.length} sản phẩm`;
  }

  function show() {
    for (const box of boxes()) {
      box.checked = picked.some((one) => one.slug === box.dataset.compare);
      box.disabled = !box.checked && picked.length === MOST;
    }
    if (page) showTable();
    else showBar();
  }

  function clearButton(parent) {
    add(parent, "button", { type: "button", textContent: "Bỏ chọn hết" }).addEventListener("click", () => {
      picked = [];
      changed();
      const first = boxes()[0];
      if (first) first.focus();
    });
  }

  function showBar() {
    bar.hidden = picked.length === 0;
    bar.replaceChildren();
    add(bar, "p", { textContent: `Đã chọn ${picked.length} trên ${MOST}: ${picked.map((one) => one.title).join("; ")}` });
    add(bar, "a", { className: "button", href: address(), textContent: picked.length > 1 ? "So sánh" : "Xem bảng so sánh" });
    clearButton(bar);
  }

  // The comparison is made of cells that stand in the page's own tables, turned on their side.
  function showTable() {
    page.querySelectorAll("[data-result]").forEach((one) => one.remove());
    const rows = picked.map((one) => document.querySelector(`tr[data-product="${CSS.escape(one.slug)}"]`));
    if (!rows.length) return;
    const frame = add(page, "div", { className: "stack" });
    frame.dataset.result = "";
    const scroll = add(frame, "div", { className: "table-scroll", tabIndex: 0 });
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", "Bảng so sánh, cuộn ngang được");
    const table = add(scroll, "table", { className: "compared" });
    add(table, "caption", { textContent: rows.length > 1 ? `So sánh ${rows.length} sản phẩm` : "Hãy chọn thêm sản phẩm trong các bảng bên dưới" });
    const head = add(add(table, "thead", {}), "tr", {});
    add(head, "td", {});
    rows.forEach((row) => {
      const cell = add(head, "th", { scope: "col" });
      const link = row.cells[0].querySelector("a");
      cell.append(link.cloneNode(true));
      const drop = add(cell, "button", { type: "button", textContent: "Bỏ" });
      add(drop, "span", { className: "visually-hidden", textContent: ` ${link.textContent}` });
      drop.addEventListener("click", () => {
        pick(row.dataset.product, link.textContent, false);
        (page.querySelector("[data-result] button") || boxes()[0]).focus();
      });
    });
    const body = add(table, "tbody", {});
    line(body, "Nhóm", rows, (row) => [row.closest("table").dataset.group]);
    [...rows[0].closest("table").tHead.rows[0].cells].slice(1).forEach((name, column) => {
      line(body, name.textContent, rows, (row) => row.cells[column + 1].cloneNode(true).childNodes);
    });
    clearButton(frame);
  }

  function line(body, name, rows, contents) {
    const row = add(body, "tr", {});
    add(row, "th", { scope: "row", textContent: name });
    rows.forEach((one) => add(row, "td", {}).append(...contents(one)));
  }

  function offerOnCards() {
    for (const card of document.querySelectorAll('[data-module="filter"] .card')) {
      const link = card.querySelector(".card__title a");
      const found = link && SLUG.exec(link.getAttribute("href"));
      if (found && !card.querySelector("[data-compare]")) offer(card.querySelector(".card__text"), found[1], link.textContent);
    }
    show();
  }

  function fromAddress() {
    const slugs = (new URLSearchParams(location.search).get("sp") || "").split(",");
    const named = [...new Set(slugs)].map((slug) => document.querySelector(`tr[data-product="${CSS.escape(slug)}"]`));
    return named.filter(Boolean).slice(0, MOST).map((row) => ({ slug: row.dataset.product, title: row.cells[0].querySelector("a").textContent }));
  }

  if (page) {
    for (const row of document.querySelectorAll("tr[data-product]")) {
      offer(row.cells[0], row.dataset.product, row.cells[0].querySelector("a").textContent);
    }
    const isThere = (one) => document.querySelector(`tr[data-product="${CSS.escape(one.slug)}"]`);
    picked = new URLSearchParams(location.search).has("sp") ? fromAddress() : remembered().filter(isThere);
    addEventListener("popstate", () => { picked = fromAddress(); show(); });
    show();
  } else {
    picked = remembered();
    const here = document.querySelector("[data-compare-here]");
    if (here) offer(here, here.dataset.compareHere, here.dataset.title, "Chọn sản phẩm này để so sánh");
    document.addEventListener("cards", offerOnCards);
    offerOnCards();
  }
})();

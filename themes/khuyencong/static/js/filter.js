// Narrows a listing in place, by as many facets as a reader likes. Every value is a link to a static page, which is
// where it leads without this script, from a folder, or when the file with all cards does not come.
(() => {
  "use strict";

  const listing = document.querySelector('[data-module="filter"]');
  const source = document.querySelector("link[data-listing]");
  const list = listing && listing.querySelector(".card-list");
  if (!list || !source || location.protocol === "file:") return;

  const STEP = 48; // cards that are shown at once
  const chips = listing.querySelector("[data-chips]");
  const links = [...listing.querySelectorAll("[data-facet] a[data-value]")];
  const pair = (value) => value.split("/");
  const base = [...chips.querySelectorAll("a[data-value]")].map((chip) => pair(chip.dataset.value));
  const baseFacets = new Set(base.map(([facet]) => facet));
  const whole = base.length ? chips.querySelector("[data-clear]").href : location.href.replace(/[?#].*/, "");
  const total = listing.querySelector("[data-total]");
  const before = { cards: [...list.children], total: total.textContent };
  const status = add(listing, "p", { className: "visually-hidden" });
  status.setAttribute("role", "status");
  const more = document.createElement("button");
  more.type = "button";
  more.className = "button";
  let loaded;

  function add(parent, name, properties) {
    const made = Object.assign(document.createElement(name), properties);
    parent.append(made);
    return made;
  }

  function countOf(link) {
    return link.parentElement.querySelector("[data-count]");
  }

  function load() {
    loaded ||= fetch(source.href)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((entries) => entries.map(([card, values]) => ({ card, values: new Set(values.split(" ")) })));
    loaded.catch(() => { loaded = undefined; });
    return loaded;
  }

  // The values chosen, by facet: those of the page itself and those of its address.
  function read() {
    const chosen = new Map(base);
    const known = new Set(links.map((link) => link.dataset.value));
    for (const [facet, value] of new URLSearchParams(location.search)) {
      if (!chosen.has(facet) && known.has(`${facet}/${value}`)) chosen.set(facet, value);
    }
    return chosen;
  }

  function keepsBase(chosen) {
    return base.every(([facet, value]) => chosen.get(facet) === value);
  }

  function address(chosen) {
    const keeps = keepsBase(chosen);
    const added = [...chosen].filter(([facet]) => !keeps || !baseFacets.has(facet));
    const query = new URLSearchParams(added).toString();
    return (keeps ? location.href.replace(/[?#].*/, "") : whole) + (query && `?${query}`);
  }

  function without(chosen, facet) {
    return new Map([...chosen].filter(([name]) => name !== facet));
  }

  function matching(entries, chosen) {
    return entries.filter((entry) => [...chosen].every(([facet, value]) => entry.values.has(`${facet}/${value}`)));
  }

  // A card as the file has it: its addresses are relative to the file.
  function item({ card }) {
    const made = document.createElement("li");
    made.innerHTML = card;
    const absolute = (written) => new URL(written, source.href).href;
    for (const name of ["href", "src"]) {
      for (const element of made.querySelectorAll(`[${name}]`)) element.setAttribute(name, absolute(element.getAttribute(name)));
    }
    for (const element of made.querySelectorAll("[srcset]")) {
      const candidates = element.getAttribute("srcset").split(", ").map((one) => one.trim().split(" "));
      element.setAttribute("srcset", candidates.map(([url, ...rest]) => [absolute(url), ...rest].join(" ")).join(", "));
    }
    return made;
  }

  function showCards(found, start) {
    const items = found.slice(start, start + STEP).map(item);
    if (start) list.append(...items);
    else list.replaceChildren(...items);
    const left = found.length - start - items.length;
    more.textContent = `Xem thêm ${Math.min(left, STEP)}`;
    more.onclick = () => {
      showCards(found, start + STEP);
      list.children[start + STEP].querySelector("a").focus();
    };
    if (left > 0) list.after(more);
    else more.remove();
    listing.dispatchEvent(new CustomEvent("cards", { bubbles: true }));
  }

  function showCounts(entries, chosen) {
    links.forEach((link) => {
      const [facet, value] = pair(link.dataset.value);
      const isChosen = chosen.get(facet) === value;
      const count = matching(entries, without(chosen, facet)).filter((entry) => entry.values.has(link.dataset.value)).length;
      countOf(link).textContent = count.toLocaleString("vi");
      link.parentElement.hidden = !count && !isChosen;
      link.parentElement.querySelectorAll("[data-whole]").forEach((note) => { note.hidden = true; });
      mark(link, isChosen);
    });
    for (const facet of listing.querySelectorAll("[data-facet]")) {
      const current = facet.querySelector("[aria-current]");
      facet.querySelector("[data-chosen]").textContent = current ? `: ${current.textContent}` : "";
    }
  }

  function mark(link, isChosen) {
    if (isChosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }

  function showChips(chosen) {
    const focused = chips.contains(document.activeElement);
    chips.replaceChildren();
    if (chosen.size) {
      add(chips, "p", { id: "dang_loc", textContent: "Đang lọc:" });
      const row = add(chips, "ul", {});
      row.setAttribute("aria-labelledby", "dang_loc");
      for (const [facet, value] of chosen) {
        const link = links.find((one) => one.dataset.value === `${facet}/${value}`);
        const chip = add(add(row, "li", {}), "a", { className: "chip", href: address(without(chosen, facet)) });
        chip.dataset.value = link.dataset.value;
        add(chip, "span", { className: "visually-hidden", textContent: `Bỏ ${link.closest("[data-facet]").dataset.facet}: ` });
        chip.append(`${link.textContent} `);
        add(chip, "span", { textContent: "✕" }).setAttribute("aria-hidden", "true");
      }
      add(chips, "a", { href: whole, textContent: "Xóa hết" }).dataset.clear = "";
    }
    if (focused) (chips.querySelector("a") || summary()).focus();
  }

  function show(entries, chosen) {
    const isNarrowed = chosen.size > base.length;
    const found = matching(entries, chosen);
    const words = `${found.length.toLocaleString("vi")} ${listing.dataset.unit}`;
    for (const element of listing.querySelectorAll(".pagination, [data-page]")) element.hidden = isNarrowed;
    total.textContent = isNarrowed ? words : before.total;
    if (isNarrowed) showCards(found, 0);
    else {
      list.replaceChildren(...before.cards);
      more.remove();
    }
    showCounts(entries, chosen);
    showChips(chosen);
    status.textContent = isNarrowed ? `Còn ${words}` : `Đã bỏ lọc: ${before.total}`;
  }

  // The values that would be chosen after a click on a link.
  function after(link) {
    const chosen = link.hasAttribute("data-clear") ? new Map() : read();
    const [facet, value] = pair(link.dataset.value || "/");
    if (chosen.get(facet) === value) chosen.delete(facet);
    else if (facet) chosen.set(facet, value);
    return chosen;
  }

  function choose(event) {
    const link = event.target.closest("a[data-value], a[data-clear]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const chosen = after(link);
    const isPlain = !keepsBase(chosen) && read().size === base.length && !link.parentElement.querySelector("[data-whole]");
    if (isPlain && !link.hasAttribute("aria-current")) return; // the static page is what is meant
    event.preventDefault();
    if (!keepsBase(chosen)) location.assign(address(chosen));
    else load().then((entries) => {
      const now = after(link); // while the file was on its way, another value may have been chosen too
      history.pushState(null, "", address(now));
      show(entries, now);
      close(link.closest("[data-facet]"));
    }, () => location.assign(link.href));
  }

  // The first of the facets, or what they are all folded under where they stand before the list.
  function summary() {
    return [...listing.querySelectorAll("summary")].find((one) => one.offsetParent);
  }

  // What was found then comes into sight, on a telephone too.
  function close(facet) {
    if (!facet) return;
    const fold = summary().parentElement;
    facet.open = false;
    if (fold.contains(facet)) fold.open = false;
    (fold.contains(facet) ? fold : facet).querySelector("summary").focus();
  }

  function follow() {
    if (loaded || read().size > base.length) load().then((entries) => show(entries, read()), () => {});
  }

  listing.addEventListener("click", choose);
  addEventListener("popstate", follow);
  follow();
})();

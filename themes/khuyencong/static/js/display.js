// How the page looks to this reader: size of the text, scheme, contrast. What was chosen is kept in this browser only.
(() => {
  "use strict";
  const root = document.documentElement;
  const SIZES = { smallest: -1, largest: 3 };

  const read = (name) => {
    try {
      return localStorage.getItem(name) ?? "";
    } catch {
      return ""; // Storage may be forbidden; the choice then lasts for this page.
    }
  };
  const keep = (name, value) => {
    try {
      value ? localStorage.setItem(name, value) : localStorage.removeItem(name);
    } catch {
      return; // As above.
    }
  };
  const show = (name, value) => (value ? root.setAttribute(`data-${name}`, value) : root.removeAttribute(`data-${name}`));

  root.classList.add("has-script");
  for (const name of ["text", "scheme", "contrast"]) show(name, read(name));

  const choose = (name, value) => {
    show(name, value);
    keep(name, value);
  };
  const resized = (step) => {
    if (step === "0") return "";
    const size = Number(root.dataset.text ?? 0) + Number(step);
    return String(Math.min(SIZES.largest, Math.max(SIZES.smallest, size))).replace(/^0$/, "");
  };

  // Opened from a folder, a published page finds nobody who knows that an address ending in / means index.html.
  if (location.protocol === "file:") {
    for (const link of document.links) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }
    for (const form of document.forms) form.action = form.action.replace(/\/$/, "/index.html");
  }

  const controls = document.querySelector("[data-module=display]");
  if (!controls) return;
  const press = () => {
    for (const button of controls.querySelectorAll("[aria-pressed]")) {
      const name = "scheme" in button.dataset ? "scheme" : "contrast";
      button.setAttribute("aria-pressed", String(button.dataset[name] === (root.dataset[name] ?? "")));
    }
  };
  press();
  controls.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    const [name] = Object.keys(button.dataset);
    choose(name, name === "text" ? resized(button.dataset.text) : button.dataset[name]);
    press();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !controls.open) return;
    controls.open = false;
    controls.querySelector("summary").focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!controls.contains(target)) controls.open = false;
  });
})();

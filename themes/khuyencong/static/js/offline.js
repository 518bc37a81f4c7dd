// Has the browser keep what is read, so that it can be read without network; says so when a page is such a copy.
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src).href;
  if (!/^https?:$/.test(location.protocol) || !("serviceWorker" in navigator)) return;
  const worker = navigator.serviceWorker;

  const notice = (since) => {
    const two = "2-digit";
    const parts = { hour: two, minute: two, day: two, month: two, year: "numeric" };
    const time = new Date(since).toLocaleString("vi-VN", parts);
    const said = document.createElement("p");
    said.className = "notice";
    said.setAttribute("role", "status");
    said.textContent = `Không tải được bản mới. Đây là bản lưu trên máy này lúc ${time}.`;
    const main = document.querySelector("main");
    (main.querySelector(".stack") ?? main).prepend(said);
  };

  const begin = async () => {
    try {
      await worker.register(`${root}sw.js`, { updateViaCache: "none" });
      const { active } = await worker.ready;
      const files = performance.getEntriesByType("resource").map(({ name }) => name);
      active.postMessage({ page: location.href, files, lists: !navigator.connection?.saveData });
    } catch {
      return; // Not allowed here, as in some private windows; the site is then as it always was.
    }
  };

  const titleOf = (text) => {
    const head = new DOMParser().parseFromString(text.slice(0, text.indexOf("</head>")), "text/html");
    return head.querySelector("meta[http-equiv=refresh]") ? "" : head.title.replace(/ – [^–]*$/, "");
  };

  const showKept = async (part) => {
    const wanted = new URLSearchParams(location.search).get("trang") ?? "";
    if (wanted.startsWith(root)) {
      part.querySelector("[data-kept=again]").hidden = false;
      part.querySelector("[data-kept=again] a").href = wanted;
      window.addEventListener("online", () => location.replace(wanted));
    }
    const cache = await caches.open(`khuyencong ${root} pages`);
    const pages = (await cache.keys()).filter(({ url }) => /(?:\/|\.html)$/.test(url));
    const links = await Promise.all(
      pages.map(async ({ url }) => ({ url, title: titleOf(await (await cache.match(url)).text()) })),
    );
    const named = links.filter(({ title }) => title).sort((one, other) => one.title.localeCompare(other.title, "vi"));
    for (const { url, title } of named) {
      const link = document.createElement("a");
      link.href = url;
      link.textContent = title;
      const item = document.createElement("li");
      item.append(link);
      part.querySelector("ul").append(item);
    }
    part.querySelector("[data-kept=none]").hidden = named.length > 0;
    part.querySelector("[data-kept=some]").hidden = !named.length;
  };

  worker.addEventListener("message", ({ data }) => data.since && notice(data.since));
  worker.startMessages();
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin);
  const part = document.querySelector("[data-module=kept]");
  if (part) showKept(part).catch(() => {});
})();

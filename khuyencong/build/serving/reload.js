// Added to pages by `make serve` only. Asks the server, without end, whether there is a newer build,
// and shows the problems that keep a newer one from being made.
const overlay = document.createElement("section");
overlay.setAttribute("role", "alert");
overlay.hidden = true;
Object.assign(overlay.style, {
  position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", zIndex: "9999",
  padding: "1rem 1.5rem", background: "#5c1a12", color: "#fff", font: "1rem/1.5 system-ui, sans-serif",
});

function show(problems) {
  const heading = document.createElement("h2");
  heading.textContent = `Nội dung có ${problems.length} lỗi. Trang đang xem là bản trước đó.`;
  const list = document.createElement("ul");
  for (const problem of problems) {
    const item = document.createElement("li");
    item.textContent = problem;
    list.append(item);
  }
  overlay.replaceChildren(heading, list);
  overlay.hidden = problems.length === 0;
}

async function watch(version) {
  for (;;) {
    try {
      const answer = await fetch(`/.serve/state?after=${version}`);
      const state = await answer.json();
      if (state.site !== site && site) {
        location.reload();
        return;
      }
      site = state.site;
      version = state.version;
      show(state.problems);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

let site = "";
document.body.append(overlay);
watch(0);

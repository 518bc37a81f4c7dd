// Lets readers sort a table: the words of each column's head become a button. Cells without a value stand last.
(() => {
  "use strict";

  const collator = new Intl.Collator("vi", { numeric: true });

  function valueOf(row, column) {
    const cell = row.cells[column];
    if ("sort" in cell.dataset) return cell.dataset.sort;
    return cell.querySelector("[aria-hidden]") ? "" : cell.textContent.trim();
  }

  function sort(table, column, direction) {
    const body = table.tBodies[0];
    const sign = direction === "ascending" ? 1 : -1;
    const rows = [...body.rows].map((row) => [valueOf(row, column), row]);
    rows.sort(([one], [other]) => {
      if (!one || !other) return one === other ? 0 : one ? -1 : 1;
      return sign * collator.compare(one, other);
    });
    body.append(...rows.map(([, row]) => row));
  }

  function enhance(table) {
    const heads = [...table.tHead.rows[0].cells];
    const status = document.createElement("p");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    table.after(status);
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
        heads.forEach((one) => one.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", direction);
        sort(table, column, direction);
        status.textContent = `Xếp theo ${button.textContent.trim()}, ${direction === "ascending" ? "tăng dần" : "giảm dần"}`;
      });
    });
  }

  document.querySelectorAll('table[data-module="sortable"]').forEach(enhance);
})();

// Shows the pictures of a gallery in a dialog. Without this script each tile is a link to the large file.
(() => {
  "use strict";

  const start = (section) => {
    const dialog = section.querySelector("[data-dialog]");
    const links = [...section.querySelectorAll(".gallery__link")];
    if (!dialog || typeof dialog.showModal !== "function" || links.length === 0) return;

    const part = (name) => dialog.querySelector(`[data-${name}]`);
    const image = document.createElement("img");
    image.className = "gallery__large";
    part("picture").append(image);
    let position = 0;

    const show = (wanted) => {
      position = (wanted + links.length) % links.length;
      const small = links[position].querySelector("img");
      const caption = links[position].closest("figure").querySelector("figcaption");
      image.src = links[position].href;
      image.alt = small.alt;
      image.width = small.getAttribute("width");
      image.height = small.getAttribute("height");
      part("caption").textContent = caption ? caption.textContent.trim() : "";
      part("position").textContent = `Ảnh ${position + 1} trên ${links.length}`;
    };

    links.forEach((link, number) => {
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        show(number);
        dialog.showModal();
      });
    });
    part("previous").addEventListener("click", () => show(position - 1));
    part("next").addEventListener("click", () => show(position + 1));
    part("close").addEventListener("click", () => dialog.close());
    part("previous").hidden = part("next").hidden = links.length === 1;
    dialog.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft") show(position - 1);
      if (event.key === "ArrowRight") show(position + 1);
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener("close", () => links[position].focus());
  };

  document.querySelectorAll('[data-module="gallery"]').forEach(start);
})();

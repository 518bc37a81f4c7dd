// What a script adds to the page of one entry: copying its address, and reading it aloud.
(() => {
  "use strict";

  for (const share of document.querySelectorAll("[data-module=copy]")) {
    const field = share.querySelector("input");
    const said = share.querySelector("[role=status]");
    field.addEventListener("focus", () => field.select());
    share.querySelector("button").addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        said.textContent = "Đã sao chép.";
      } catch {
        field.focus(); // Not allowed here; the marked text can be copied by hand.
        said.textContent = "Địa chỉ đã được chọn, hãy nhấn Ctrl+C hoặc giữ ngón tay để sao chép.";
      }
    });
  }

  const button = document.querySelector("[data-module=read-aloud]");
  if (!button || !("speechSynthesis" in window)) return;
  const speech = window.speechSynthesis;
  const PARTS = ".entry h1, .standfirst, .prose :is(p, li, h2, h3, td, th, dt, dd, figcaption)";
  let voice;

  const find = () => {
    voice = speech.getVoices().find(({ lang }) => /^vi\b/i.test(lang));
    button.disabled = !voice;
  };
  const show = (speaking) => {
    button.setAttribute("aria-pressed", String(speaking));
    for (const words of button.children) words.hidden = (words.dataset.when === "speaking") !== speaking;
  };
  // Abbreviations are spoken in full, marks of footnotes not at all.
  const spoken = (part) => {
    const copy = part.cloneNode(true);
    for (const short of copy.querySelectorAll("abbr[title]")) short.replaceWith(short.title);
    for (const mark of copy.querySelectorAll("sup, .reference")) mark.remove();
    return copy.textContent.trim();
  };
  // One utterance for each part: browsers give up on long ones.
  const speak = () => {
    const texts = [...document.querySelectorAll(PARTS)].filter((part) => !part.querySelector("p, li")).map(spoken).filter(Boolean);
    texts.forEach((text, number) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      if (number === texts.length - 1) utterance.onend = () => show(false);
      speech.speak(utterance);
    });
    show(true);
  };
  const stop = () => {
    speech.cancel();
    show(false);
  };

  find();
  speech.addEventListener?.("voiceschanged", find);
  button.addEventListener("click", () => (button.getAttribute("aria-pressed") === "true" ? stop() : speak()));
  window.addEventListener("pagehide", () => speech.cancel());
})();

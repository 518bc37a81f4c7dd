// Measures that any page must pass, in the window as it is now; an empty list is what we want.
({
  sideways() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest(".table-scroll"));
    return (wide.length ? wide : [document.body]).slice(0, 5).map((one) => `sideways: ${one.outerHTML.replace(/\s+/g, " ").slice(0, 120)}`);
  },
  // WCAG 2.5.8: 24 pixels each way, or so far from other targets that circles of 24 pixels do not meet. Links in a line
  // of text may be smaller.
  small() {
    const size = 24, slack = 0.5;
    const block = (one) => (getComputedStyle(one).display.startsWith("inline") ? block(one.parentElement) : one);
    const inText = (one) => getComputedStyle(one).display === "inline" && block(one).textContent.trim() !== one.textContent.trim();
    const covers = (one) => getComputedStyle(one, "::after").position === "absolute";
    const targets = [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select, textarea")]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !covers(one))
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1)
      .map(({ one, box }) => ({ one, box, isSmall: Math.min(box.width, box.height) < size - slack, x: box.x + box.width / 2, y: box.y + box.height / 2 }));
    const outside = (value, low, high) => Math.max(low - value, 0, value - high);
    const distance = (target, box) => Math.hypot(outside(target.x, box.left, box.right), outside(target.y, box.top, box.bottom));
    const meets = (target, other) =>
      target !== other && !target.one.contains(other.one) && !other.one.contains(target.one) &&
      (distance(target, other.box) < size / 2 - slack || (other.isSmall && Math.hypot(target.x - other.x, target.y - other.y) < size - slack));
    return targets
      .filter((target) => target.isSmall && !inText(target.one) && targets.some((other) => meets(target, other)))
      .map(({ one, box }) => `small-target: ${Math.round(box.width)}×${Math.round(box.height)} ${one.outerHTML.replace(/\s+/g, " ").slice(0, 120)}`);
  },
  // Text that its own box hides, as when a height is fixed and the letters grow.
  clipped() {
    const hides = (one) => ["hidden", "clip"].includes(getComputedStyle(one).overflowY) && one.textContent.trim() && one.clientHeight > 2;
    return [...document.querySelectorAll("body *")]
      .filter((one) => one.checkVisibility() && hides(one) && one.scrollHeight > one.clientHeight + 2)
      .map((one) => `clipped: ${one.outerHTML.replace(/\s+/g, " ").slice(0, 120)}`);
  },
})

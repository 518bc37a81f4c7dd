// One look at a page as it lies now: axe's rules, sideways scrolling, small targets.
// Most rules of axe depend only on which elements are visible: where these are the same as at an earlier look at the
// page, only the rules on colours and places are asked again.
async ({ tags, again }) => {
  const visible = [...document.body.querySelectorAll("*")].map((one) => Number(one.checkVisibility({ visibilityProperty: true }))).join("");
  window.looks ??= new Set();
  const only = window.looks.has(visible) ? { type: "rule", values: again } : { type: "tag", values: tags };
  window.looks.add(visible);
  const found = await axe.run(document, { runOnly: only, preload: false, iframes: false, selectors: false, resultTypes: ["violations", "incomplete"] });
  const said = found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.replace(/\s+/g, " ").slice(0, 200)}`));
  const unsure = [...new Set(found.incomplete.map((rule) => rule.id))];
  return { said, unsure, answered: found.passes.length, version: axe.version };
}

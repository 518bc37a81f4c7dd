// html-validate beside the W3C's checker: each change of its recommended rules has its reason.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // HTML does not distinguish; lower case is how the living standard writes it.
    "doctype-style": ["error", { style: "lowercase" }],
    // Files come from this site only, which a rule of our own checks; a hash of one's own file protects from nothing.
    "require-sri": "off",
    // Names of products, documents and programmes are as long as they are; a search engine cuts them by itself.
    "long-title": "off",
    // A frame in which a wide table scrolls is a region for the keyboard, and no section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // HTML allows it; the names of headings come from their text, which may begin with a number.
    "valid-id": ["error", { relaxed: true }],
  },
};

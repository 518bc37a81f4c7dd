// The same site for Eleventy. What an entry shows of others is gathered once, in collections.
import { readFileSync } from "node:fs";

const site = JSON.parse(readFileSync(new URL("./_data/site.json", import.meta.url), "utf8"));
const collator = new Intl.Collator("vi");
const byTitle = (a, b) => collator.compare(a.data.title, b.data.title);
const byDate = (a, b) => b.date - a.date || (a.fileSlug < b.fileSlug ? 1 : -1);
const ORDER = { "tin-tuc": byDate, "co-so": byTitle, "san-pham": byTitle };
const OTHERS = 6;

function entries(api, section) {
  return ORDER[section] ? api.getFilteredByTag(section).sort(ORDER[section]) : [];
}

function add(lists, key, item) {
  (lists[key] ??= []).push(item);
}

function relations(api) {
  const found = { products: {}, newsOfEstablishment: {}, newsOfProduct: {}, bySlug: { "co-so": {}, "san-pham": {} }, near: {} };
  for (const section of ["co-so", "san-pham"]) {
    for (const item of entries(api, section)) found.bySlug[section][item.fileSlug] = item;
  }
  for (const item of entries(api, "san-pham")) add(found.products, item.data.establishment, item);
  const categories = {};
  for (const item of entries(api, "tin-tuc")) {
    for (const slug of item.data.establishments ?? []) add(found.newsOfEstablishment, slug, item);
    for (const slug of item.data.products ?? []) add(found.newsOfProduct, slug, item);
    add(categories, item.data["tin-tuc-chuyen-muc"][0], item);
  }
  for (const same of Object.values(categories)) {
    same.forEach((item, place) => {
      const start = Math.max(0, Math.min(place - OTHERS / 2, same.length - OTHERS - 1));
      found.near[item.fileSlug] = same.slice(start, start + OTHERS + 1).filter((one) => one !== item).slice(0, OTHERS);
    });
  }
  return found;
}

// Every listing, whole and narrowed: its address, title and entries; facets as links with counts.
function allListings(api) {
  const found = [];
  for (const section of site.sections) {
    const all = entries(api, section.key);
    const facets = [];
    const narrowed = [];
    for (const facet of site.facets.filter((one) => one.section === section.key)) {
      const groups = {};
      for (const item of all) for (const slug of item.data[facet.key] ?? []) add(groups, slug, item);
      const labels = site.labels[facet.key] ?? {};
      const links = Object.keys(groups)
        .sort((a, b) => collator.compare(labels[a], labels[b]) * (facet.newest_first ? -1 : 1))
        .map((slug) => ({ url: `/${section.key}/${facet.slug}/${slug}/`, text: labels[slug], count: groups[slug].length, items: groups[slug] }));
      facets.push({ label: facet.label, links });
      narrowed.push(...links.map((link) => ({ url: link.url, title: `${section.label}: ${link.text}`, items: link.items, crumb: section })));
    }
    for (const one of [{ url: `/${section.key}/`, title: section.label, items: all }, ...narrowed]) found.push({ ...one, section, facets });
  }
  return found;
}

function listingPages(api) {
  return allListings(api).flatMap((listing) => {
    const size = listing.section.per_page;
    const last = Math.max(1, Math.ceil(listing.items.length / size));
    const urls = Array.from({ length: last }, (_, index) => (index ? `${listing.url}trang-${index + 1}/` : listing.url));
    return urls.map((url, index) => ({
      ...listing, url, urls, last, number: index + 1, total: listing.items.length, shown: listing.items.slice(index * size, (index + 1) * size),
    }));
  });
}

function home(api) {
  const products = entries(api, "san-pham");
  return {
    counts: site.sections.map((section) => ({ ...section, count: entries(api, section.key).length })),
    news: entries(api, "tin-tuc").slice(0, 7),
    levels: [4, 3, 2, 1].map((rank) => ({ rank, products: products.filter((one) => one.data.rank === rank).slice(0, 4) })),
    facets: allListings(api).find((listing) => listing.url === "/co-so/").facets,
  };
}

function timeline(recognitions, products) {
  const steps = (recognitions ?? []).map((one) => ({ ...one }));
  for (const product of products ?? []) {
    for (const one of product.data.recognitions ?? []) steps.push({ ...one, subject: product });
  }
  return steps.sort((a, b) => a.year - b.year);
}

const iso = (date) => (date instanceof Date ? date.toISOString().slice(0, 10) : String(date));

export default function (config) {
  config.addPassthroughCopy("giao-dien");
  config.addCollection("relations", relations);
  config.addCollection("listingPages", listingPages);
  config.addCollection("home", home);
  config.addFilter("iso", iso);
  config.addFilter("day", (date) => iso(date).split("-").reverse().join("/"));
  config.addFilter("host", (url) => new URL(url).host);
  config.addFilter("timeline", timeline);
  config.addFilter("section", (key) => site.sections.find((one) => one.key === key));
  return {
    dir: { input: "content", includes: "../_includes", data: "../_data", output: "public" },
    markdownTemplateEngine: false,
  };
}

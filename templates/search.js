// The search page: the pages that Pagefind's index has for some words, each with the sentences they stand in.
// Everything found is written as text; nothing of an article is taken for HTML.
(() => {
  const [PAGES, PASSAGES, WORDS] = [10, 3, 60]; // shown at a time
  const form = document.querySelector("[data-br-search]");
  const [status, list, more] = ["status", "list", "more"].map((part) => document.querySelector(`[data-br-found=${part}]`));
  const root = new URL(form.dataset.brSearch, location.href);
  const { brLocale, brNone, brFailed } = form.dataset;
  const [pagesFound, moreHere] = [form.dataset.brPages, form.dataset.brMore].map((forms) => JSON.parse(forms));
  const [numbers, plurals] = [new Intl.NumberFormat(brLocale), new Intl.PluralRules(brLocale)];
  let engine, told, waiting = []; // what is found and not listed yet

  const load = () => engine ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
    await pagefind.options({ ranking: { metaWeights: { title: 5, names: 50 } } });
    return pagefind;
  });

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const counted = (forms, count) => (forms[plurals.select(count)] ?? forms.other).replace("{n}", numbers.format(count));

  // How many of the terms stand among some words; Pagefind finds "tariffs" for "tariff", and the other way round.
  const covered = (terms, words) => {
    const plain = words.map((word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, ""));
    return terms.filter((term) => plain.some((word) => word.startsWith(term.slice(0, Math.max(3, term.length - 2))))).length;
  };

  // What stands from one place on the page to the next and holds some of the terms; first what holds most of them.
  const passages = ({ anchors, content, locations }, terms) => {
    const words = content.split(/\s+/);
    return anchors
      .map(({ id, location: from }, number) => {
        const to = anchors[number + 1]?.location ?? words.length;
        const hits = locations.filter((at) => at >= from && at < to);
        return { id, words, from, to, hits, terms: covered(terms, hits.map((at) => words[at])) };
      })
      .filter(({ hits }) => hits.length)
      .sort((one, other) => other.terms - one.terms);
  };

  const passage = (href, { id, words, from, to, hits }) => {
    const start = to - from > WORDS ? Math.max(from, hits[0] - WORDS / 4) : from;
    const end = Math.min(to, start + WORDS);
    const pieces = words.slice(start, end).flatMap((word, number) => [
      number ? " " : "", hits.includes(start + number) ? make("mark", { textContent: word }) : word,
    ]);
    const link = make("a", { className: "br-found-passage", href: `${href}#${id}` }, start > from ? "… " : "", ...pieces, end < to ? " …" : "");
    return make("li", {}, link);
  };

  const entry = ({ page, found }) => {
    const href = new URL(page.raw_url.slice(1), root);
    const item = make("li", {}, make("a", { className: "br-found-page", href, textContent: page.meta.title }));
    if (page.meta.names) item.append(make("p", { className: "br-small br-quiet", textContent: page.meta.names }));
    if (found.length) item.append(make("ul", { className: "br-kwic" }, ...found.slice(0, PASSAGES).map((one) => passage(href, one))));
    if (found.length > PASSAGES) {
      item.append(make("p", { className: "br-small br-quiet", textContent: counted(moreHere, found.length - PASSAGES) }));
    }
    return item;
  };

  const tell = (count, words) => count ? counted(pagesFound, count) : brNone.replace("{words}", () => words);

  // Pagefind weighs whole pages; of those shown together, the first are those that have the terms in one place.
  const show = async () => {
    const mine = waiting;
    const taken = mine.splice(0, PAGES); // at once: a second click asks for those that follow
    more.hidden = !mine.length;
    const terms = form.q.value.toLowerCase().split(/[\s"]+/).filter(Boolean);
    const pages = await Promise.all(taken.map((result) => result.data())).catch((error) => {
      mine.unshift(...taken);
      throw error;
    });
    if (mine !== waiting) return; // other words by now
    const ranked = pages.map((page) => {
      const found = passages(page, terms);
      const named = covered(terms, `${page.meta.title} ${page.meta.names ?? ""}`.split(/\s+/));
      return { page, found, terms: Math.max(named, found[0]?.terms ?? 0) };
    });
    const start = list.children.length;
    list.append(...ranked.sort((one, other) => other.terms - one.terms).map(entry));
    status.textContent = told;
    if (start) list.children[start].querySelector("a").focus(); // the button may be gone
  };

  const search = async () => {
    const words = form.q.value.trim();
    history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
    const found = words ? await (await load()).debouncedSearch(words, {}, 150) : { results: [] };
    if (!found || words !== form.q.value.trim()) return; // other words by now
    waiting = [...found.results];
    told = words && tell(waiting.length, words);
    list.replaceChildren();
    await show();
  };

  const tried = async (step) => {
    const words = form.q.value;
    await step().catch(() => {
      if (words !== form.q.value) return;
      status.textContent = brFailed;
      more.hidden = !waiting.length;
    });
  };

  form.addEventListener("input", () => tried(search));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.q.addEventListener("focus", () => load().catch(() => {}), { once: true });
  more.addEventListener("click", () => tried(show));
  form.q.value = new URLSearchParams(location.search).get("q") ?? "";
  if (form.q.value) tried(search);
})();

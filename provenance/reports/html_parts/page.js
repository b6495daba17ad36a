
"use strict";
// The page reads without this script; it adds sorting, filters, and the why beside the words.
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
const form = byId("filters");
const why = byId("why");
const articles = all("#articles > details");
const rows = new Map(all("#overview tbody tr[data-of]").map((row) => [row.dataset.of, row]));

// Sorting: the words of a cell, or its value where it has one.
const valueOf = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.v === undefined ? cell.textContent.trim() : Number(cell.dataset.v);
};
const order = (first, second) =>
  typeof first === "number" && typeof second === "number"
    ? first - second
    : String(first).localeCompare(String(second), document.documentElement.lang, { numeric: true });
all("#overview thead th").forEach((head, column) => {
  head.firstElementChild.addEventListener("click", () => {
    const body = byId("overview").tBodies[0];
    const numbers = [...body.rows].every((row) => row.cells[column]?.dataset.v !== undefined);
    const down = head.ariaSort ? head.ariaSort === "ascending" : numbers;
    all("#overview thead th").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const sortable = [...body.rows].filter((row) => row.cells[column]);
    const rest = [...body.rows].filter((row) => !row.cells[column]);
    sortable.sort((one, two) => (down ? -1 : 1) * order(valueOf(one, column), valueOf(two, column)));
    body.append(...sortable, ...rest);
  });
});

// Filters: a finding is shown when its level and rule are; an article when its name matches and, if asked, it has one.
const wanted = () => {
  const data = new FormData(form);
  return {
    levels: new Set(data.getAll("level")),
    credits: data.has("credits"),
    rule: data.get("rule"),
    search: (data.get("search") || "").toLocaleLowerCase(),
    found: data.has("found"),
  };
};
const admits = (choice, level, rule) => choice.levels.has(level) && (!choice.rule || choice.rule === rule);
const filterArticle = (article, choice) => {
  const shown = new Set();
  all(".findings > li", article).forEach((item) => {
    item.hidden = !admits(choice, item.dataset.level, item.dataset.rule);
    if (!item.hidden) shown.add(item.id);
  });
  all(".m", article).forEach((mark) => {
    const named = mark.dataset.of.split(" ");
    const visible = named.some((id) => (byId(id)?.dataset.level ? shown.has(id) : choice.credits));
    mark.classList.toggle("off", !visible);
    for (let next = mark.nextElementSibling; next?.tagName === "SUP"; next = next.nextElementSibling) {
      next.classList.toggle("off", !visible);
    }
  });
};
const filter = () => {
  const choice = wanted();
  let left = 0;
  articles.forEach((article) => {
    const rules = article.dataset.rules.split(" ");
    const levels = article.dataset.levels.split(" ").filter((level) => choice.levels.has(level));
    const row = rows.get(article.id);
    const name = (row || article.firstElementChild).textContent.toLocaleLowerCase();
    const matches = name.includes(choice.search)
      && (!choice.rule || rules.includes(choice.rule))
      && (!choice.found || levels.length > 0);
    article.hidden = !matches;
    if (row) row.hidden = !matches;
    if (matches) left += 1;
    if (matches && article.open) filterArticle(article, choice);
  });
  byId("nothing").hidden = left > 0 || articles.length === 0;
};
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
articles.forEach((article) => article.addEventListener("toggle", () => article.open && filterArticle(article, wanted())));

// A link into a closed article opens it.
const open = () => {
  const target = byId(decodeURIComponent(location.hash.slice(1)));
  const article = target?.closest("details.article");
  if (!article || article.open) return;
  article.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", open);
open();

// The why: shown at the words for the pointer and the keyboard, copied from the list beside the text.
let shownFor = null;
const hide = () => {
  why.hidden = true;
  shownFor = null;
};
const show = (mark) => {
  if (mark.classList.contains("off")) return hide();
  shownFor = mark;
  const parts = mark.dataset.of.split(" ").map((id) => byId(id)).filter((item) => item && !item.hidden);
  why.replaceChildren(
    ...parts.map((item) => {
      const copy = item.querySelector(".what").cloneNode(true);
      all("[id]", copy).forEach((element) => element.removeAttribute("id"));
      return copy;
    }),
  );
  why.hidden = parts.length === 0;
  const words = mark.getClientRects()[0] || mark.getBoundingClientRect();
  const below = words.bottom + why.offsetHeight + 12 < innerHeight;
  why.style.top = `${scrollY + (below ? words.bottom + 6 : words.top - why.offsetHeight - 6)}px`;
  why.style.left = `${scrollX + Math.max(8, Math.min(words.left, innerWidth - why.offsetWidth - 16))}px`;
};
const markOf = (event) => (event.target instanceof Element ? event.target.closest(".m") : null);
addEventListener("mouseover", (event) => {
  const mark = markOf(event);
  if (mark && mark !== shownFor) show(mark);
  else if (!mark && !why.contains(event.target) && !document.activeElement?.classList.contains("m")) hide();
});
addEventListener("focusin", (event) => (markOf(event) ? show(markOf(event)) : hide()));
addEventListener("focusout", hide);
addEventListener("keydown", (event) => event.key === "Escape" && hide());

// On paper everything is open.
let closed = [];
addEventListener("beforeprint", () => {
  closed = articles.filter((article) => !article.open && !article.hidden);
  closed.forEach((article) => (article.open = true));
});
addEventListener("afterprint", () => closed.forEach((article) => (article.open = false)));

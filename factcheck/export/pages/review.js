"use strict";
// Without this script the page is whole: marks and claims are links to each other.
const claims = [...document.querySelectorAll(".claim[id]")];
const panel = document.getElementById("claims");
const tools = document.getElementById("tools");
const words = document.getElementById("words");
const show = document.getElementById("show");
const found = document.getElementById("found");
let current = null;

function marksOf(claim) {
  return [...document.querySelectorAll(".mark")].filter((mark) => mark.dataset.claim === claim.id);
}

function choose(claim, focus) {
  if (current) {
    current.classList.remove("on");
    marksOf(current).forEach((mark) => mark.classList.remove("on"));
  }
  current = claim;
  claim.hidden = false;
  claim.classList.add("on");
  const marks = marksOf(claim);
  marks.forEach((mark) => mark.classList.add("on"));
  if (focus) claim.focus({ preventScroll: true });
  // Side by side the list has its own scrolling, and the article follows; below each other the claim is gone to.
  if (getComputedStyle(panel).overflowY === "auto") {
    panel.scrollTop += claim.getBoundingClientRect().top - tools.getBoundingClientRect().bottom - 8;
    if (marks.length) marks[0].scrollIntoView({ block: "center" });
  } else {
    claim.scrollIntoView({ block: "start" });
  }
}

function step(by) {
  const shown = claims.filter((claim) => !claim.hidden);
  if (!shown.length) return;
  const at = shown.indexOf(current);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
  choose(shown[next], true);
}

function filter() {
  const wanted = words.value.trim().toLowerCase();
  let count = 0;
  for (const claim of claims) {
    const fits = !show.value || claim.dataset.verdict === show.value || claim.dataset.open === show.value;
    claim.hidden = !(fits && claim.textContent.toLowerCase().includes(wanted));
    count += claim.hidden ? 0 : 1;
  }
  found.textContent = wanted || show.value ? `${count} of ${claims.length}` : "";
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest(".mark");
  const claim = mark && document.getElementById(mark.dataset.claim);
  if (!claim) return;
  event.preventDefault();
  choose(claim, true);
  history.replaceState(null, "", `#${claim.id}`);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.closest("input, select");
  if (event.key === "Escape") {
    words.value = "";
    show.value = "";
    filter();
    if (typing) typing.blur();
  } else if (typing) {
    return;
  } else if (event.key === "j" || event.key === "k") {
    step(event.key === "j" ? 1 : -1);
  } else if (event.key === "/") {
    event.preventDefault();
    words.focus();
  }
});
tools.addEventListener("submit", (event) => event.preventDefault());
words.addEventListener("input", filter);
show.addEventListener("change", filter);
tools.hidden = false;
const named = claims.find((claim) => `#${claim.id}` === location.hash);
if (named) choose(named, false);

// After a part of the page was replaced, focus stays where the reader was and what changed is said.

let held = null;

document.addEventListener("htmx:beforeSwap", () => {
  held = document.activeElement?.id || null;
});

document.addEventListener("htmx:afterSettle", (event) => {
  const root = event.target;
  const lost = document.activeElement === document.body || !document.activeElement;
  if (lost && held) document.getElementById(held)?.focus({ preventScroll: true });
  const wanted = root.querySelector?.("[data-focus-here]");
  if (wanted) {
    wanted.setAttribute("tabindex", "-1");
    wanted.focus({ preventScroll: true });
  }
  const words = root.matches?.("[data-announce]") ? root : root.querySelector?.("[data-announce]");
  if (words) say(words.dataset.announce);
  held = null;
});

// The region is there from the start and visually empty: readers announce what enters it.
const region = document.createElement("p");
region.className = "sr";
region.setAttribute("aria-live", "polite");
document.body.append(region);

const say = (text) => {
  region.textContent = "";
  requestAnimationFrame(() => (region.textContent = text));
};

// Once a form was sent the page is on its way out: an answer that would load it anew must not
// overtake the form, or what the form says in return is never read.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (document.querySelector("form[data-sent]")) event.preventDefault();
});

// A partial request that failed says so where toasts stand; nothing on the page is lost.
const toasts = document.getElementById("toasts");
const complain = (text) => {
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.append(Object.assign(document.createElement("span"), { textContent: text }));
  toasts.append(toast);
};
document.addEventListener("htmx:sendError", () => complain(toasts.dataset.unreachable));
document.addEventListener("htmx:responseError", (event) => {
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const words = answer.querySelector("main .notice strong, main h1");
  complain(words?.textContent.trim() || toasts.dataset.unreachable);
});

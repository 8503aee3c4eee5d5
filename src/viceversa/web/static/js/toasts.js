// Toasts stay long enough to be read, wait while someone points at them, and can be sent away.

const READING_TIME = 10_000;

const watch = (toast) => {
  let timer;
  const start = () => (timer = setTimeout(() => toast.remove(), READING_TIME));
  const stop = () => clearTimeout(timer);
  toast.addEventListener("pointerenter", stop);
  toast.addEventListener("focusin", stop);
  toast.addEventListener("pointerleave", start);
  toast.addEventListener("focusout", start);
  if (!toast.querySelector("form")) start();
};

const region = document.getElementById("toasts");
if (region) {
  // Said again once the page is there: readers announce changes of a region, not its first content.
  const first = [...region.children];
  region.replaceChildren();
  requestAnimationFrame(() => region.append(...first));
  new MutationObserver((changes) => {
    for (const change of changes) for (const node of change.addedNodes) if (node.matches) watch(node);
  }).observe(region, { childList: true });
}

document.addEventListener("click", (event) => {
  event.target.closest("[data-dismiss]")?.closest(".toast")?.remove();
});

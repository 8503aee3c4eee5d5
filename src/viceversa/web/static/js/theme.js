// The theme changes at once and is remembered by the server, which paints the next page with it.

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-theme-form]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const theme = event.submitter.value;
  const root = document.documentElement;
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  const tick = form.querySelector("button[name=theme] .icon");
  for (const button of form.querySelectorAll("button[name=theme]"))
    button.removeAttribute("aria-current");
  event.submitter.setAttribute("aria-current", "true");
  if (tick) event.submitter.append(tick);
  form.querySelector("[popover]")?.hidePopover();
  const data = new FormData(form, event.submitter);
  try {
    await fetch(form.action, { method: "POST", body: data, redirect: "manual" });
  } catch {
    form.submit();
  }
}, true);

// Small comforts of forms; every one of them also works by its button.

// Filters apply as soon as a choice is made.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-filters]");
  if (form && event.target.matches("select, input:not([type=search])")) form.requestSubmit();
});

// An empty filter does not belong in the address.
document.addEventListener("formdata", (event) => {
  if (!event.target.matches("form[data-filters]")) return;
  for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
});

// Whoever sends a form that came back is told so: focus goes to the summary of its errors.
const errors = document.querySelector("[data-errors]");
if (errors && !errors.closest("dialog:not([open])")) errors.focus();

// A file dropped or chosen says its name.
const named = (input) => {
  const words = input.closest("[data-dropzone]")?.querySelector("[data-dropzone-name]");
  if (words && input.files.length) words.textContent = input.files[0].name;
};
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-dropzone] input[type=file]")) named(event.target);
});
document.addEventListener("dragover", (event) => {
  const zone = event.target.closest?.("[data-dropzone]");
  if (!zone) return;
  event.preventDefault();
  zone.dataset.over = "";
});
for (const kind of ["dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.("[data-dropzone]");
    if (zone) delete zone.dataset.over;
  });
}
document.addEventListener("drop", (event) => {
  const input = event.target.closest?.("[data-dropzone]")?.querySelector("input[type=file]");
  if (!input) return;
  event.preventDefault();
  input.files = event.dataTransfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

// A second click on a button that is already at work does nothing.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || event.defaultPrevented || event.target.method === "dialog") return;
  if (event.target.dataset.sent === "") event.preventDefault();
  if (event.target.method === "post") {
    event.target.dataset.sent = "";
    button.setAttribute("aria-busy", "true");
  }
});
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("button[aria-busy]").forEach((b) => b.removeAttribute("aria-busy"));
  });
});

// “Back to the page” goes back where one came from.
document.addEventListener("click", (event) => {
  const back = event.target.closest("[data-back]");
  if (back && history.length > 1) {
    event.preventDefault();
    history.back();
  }
});

// One box ticks all of its list.
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-check-all]");
  if (!all) return;
  document.getElementsByName(all.dataset.checkAll).forEach((box) => {
    if (!box.disabled) box.checked = all.checked;
  });
});

// Dialogs and menus beyond what the elements do by themselves. Without this file buttons still open
// their dialogs through `commandfor`; with it, older browsers do so too.

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-open]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset.open);
    if (dialog && !dialog.open) {
      event.preventDefault();
      opener.closest("[popover]")?.hidePopover();
      dialog.showModal();
    }
  }
  const closer = event.target.closest("[data-close]");
  if (closer) closer.closest("dialog")?.close();
  // A click on the backdrop is a click on the dialog element itself.
  if (event.target.matches("dialog.dialog[open]") && outside(event)) event.target.close();
});

const outside = (event) => {
  const box = event.target.getBoundingClientRect();
  return (
    event.clientX < box.left ||
    event.clientX > box.right ||
    event.clientY < box.top ||
    event.clientY > box.bottom
  );
};

// A form in a dialog came back with errors: the server sent the dialog open, we make it modal.
const showSent = (root) => {
  root.querySelectorAll("dialog[data-shown]").forEach((dialog) => {
    dialog.removeAttribute("data-shown");
    dialog.close();
    dialog.showModal();
  });
};
showSent(document);
document.addEventListener("htmx:afterSettle", (event) => showSent(event.target));

// Arrow keys walk through a menu.
document.addEventListener("keydown", (event) => {
  const menu = event.target.closest(".menu");
  if (!menu || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return;
  const items = [...menu.querySelectorAll("a, button")];
  const place = items.indexOf(document.activeElement);
  const next = {
    ArrowDown: (place + 1) % items.length,
    ArrowUp: (place - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  event.preventDefault();
  items[next]?.focus();
});

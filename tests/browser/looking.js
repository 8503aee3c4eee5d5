// Looks at a page with axe: every rule but contrast in one go, then the contrast of what is new.
//
// An element's colours come from what it is and stands in: tag, classes, states, and those of all
// around it. That is its kind. Contrast is by far the slowest rule, so a kind is looked at once, on
// light paper and on dark, however many pages and rows show it.
async ({within, behind, repeated, rules, contrast, known}) => {
  const SHOWS = /^(class|type|disabled|readonly|open|data-.+|aria-(current|sort|selected|pressed|invalid|disabled))$/;
  const root = document.documentElement, before = root.dataset.theme;
  const seen = new Set(known), found = [], kinds = new Map();

  const hash = text => {
    let sum = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    return (sum >>> 0).toString(36);
  };
  const kindOf = element => {
    if (!element) return '';
    if (!kinds.has(element)) {
      const shown = [...element.attributes].filter(one => SHOWS.test(one.name) && one.name !== 'data-theme');
      const own = shown.map(one => `${one.name}=${one.value}`).sort().join(' ');
      kinds.set(element, hash(`${kindOf(element.parentElement)}>${element.tagName} ${own}`));
    }
    return kinds.get(element);
  };
  const hasWords = element => element.matches('input, select, textarea')
    || [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const isNew = element => {
    const kind = kindOf(element);
    return !seen.has(kind) && hasWords(element) && element.checkVisibility({visibilityProperty: true})
      && seen.add(kind);
  };
  const wear = theme => {
    root.dataset.theme = theme;
    return new Promise(done => requestAnimationFrame(done));
  };
  const ask = async (context, asked, where) => {
    for (const fault of (await axe.run(context, asked)).violations) {
      const places = fault.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ');
      const page = `${location.pathname}${where} (${root.dataset.theme})`;
      found.push(`${page}: ${fault.id}: ${fault.help}: ${places}`);
    }
  };
  const look = async (inside, where) => {
    await wear('light');
    await ask(inside ? {include: [[inside]]} : {exclude: repeated}, rules, where);
    const fresh = [...document.querySelectorAll(inside ? `${inside}, ${inside} *` : 'body *')].filter(isNew);
    if (!fresh.length) return;
    for (const element of fresh) element.toggleAttribute('data-fresh', true);
    for (const theme of ['light', 'dark']) {
      await wear(theme);
      await ask({include: [['[data-fresh]']]}, contrast, where);
    }
    for (const element of fresh) element.removeAttribute('data-fresh');
  };

  await look(within, within || '');
  if (behind) {
    for (const dialog of document.querySelectorAll('dialog.dialog:not([open])')) {
      dialog.showModal();
      await look(`#${dialog.id}`, `#${dialog.id}`);
      dialog.close();
    }
    for (const button of document.querySelectorAll('main button[popovertarget]')) {
      const menu = button.popoverTargetElement;
      if (!button.checkVisibility() || seen.has(`menu ${kindOf(menu)}`)) continue;  // as in each row
      seen.add(`menu ${kindOf(menu)}`);
      button.click();
      await look(`#${menu.id}`, ` menu ${button.innerText}`);
      menu.hidePopover();
    }
  }
  if (before) root.dataset.theme = before; else delete root.dataset.theme;
  return {found, known: [...seen]};
}

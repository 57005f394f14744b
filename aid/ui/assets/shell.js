// What Streamlit does not do by itself: the page's language, a labelled menu that knows the current
// page, focus on the heading after a page change, groups with names. Only our own constants come in.
export default function ({ data }) {
  const root = document.documentElement;
  root.lang = data.lang;

  const menu = document.querySelector('.st-key-menu');
  if (menu) {
    menu.setAttribute('role', 'navigation');
    menu.setAttribute('aria-label', data.menuLabel);
    for (const link of menu.querySelectorAll('a')) {
      if (link.innerText.trim() === data.current) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  }

  // A container whose key starts with "group-" is a group, named by its first .group-label.
  for (const group of document.querySelectorAll('[class*="st-key-group-"]')) {
    const label = group.querySelector('.group-label');
    if (!label) continue;
    label.id ||= 'label-' + [...group.classList].find((name) => name.startsWith('st-key-group-'));
    group.setAttribute('role', 'group');
    group.setAttribute('aria-labelledby', label.id);
  }

  const last = window.__aidPage;
  window.__aidPage = data.page;
  if (last === undefined || last === data.page) return;
  let tries = 0;
  (function focusHeading() {
    const heading = document.querySelector('[data-testid="stMainBlockContainer"] h1');
    if (heading && heading.innerText.trim() === data.heading) {
      heading.tabIndex = -1;
      heading.focus();
    } else if (tries++ < 60) {
      setTimeout(focusHeading, 50);
    }
  })();
}

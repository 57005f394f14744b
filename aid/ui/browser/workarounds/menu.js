// Fault: a row of page links is no navigation, does not mark the current page, and gives the start
// page no address: opened in a new tab, its link would lead to the current screen.
// Seen in: Streamlit 1.67.0. Its own top menu is labelled, but covers a phone's screen and stays open.
// Upstream: none found.
// Test: tests/browser/test_accessibility.py.
// Delete when: st.navigation has a menu that fits a phone, or st.page_link marks the current page.
function markMenu({ menuLabel, current, start }) {
  const menu = document.querySelector('.st-key-menu');
  if (!menu) return;
  menu.setAttribute('role', 'navigation');
  menu.setAttribute('aria-label', menuLabel);
  for (const link of menu.querySelectorAll('a')) {
    if (!link.getAttribute('href')) link.setAttribute('href', start);
    if (link.pathname === current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

// On a phone the links unfold. They fold again when one of them has led to its screen, and on Escape.
function foldMenu() {
  document.querySelector('.st-key-menu details[open]')?.removeAttribute('open');
}

function foldMenuOnEscape() {
  document.addEventListener('keydown', (event) => {
    const opener = document.querySelector('.st-key-menu details[open] > summary');
    if (event.key !== 'Escape' || !event.target.closest?.('.st-key-menu')) return;
    foldMenu();
    opener?.focus();
  });
}

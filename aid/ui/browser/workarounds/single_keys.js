// Fault: R outside a box runs the script again, C and Escape do other things. A letter alone must do
// nothing: speech programs and shaking hands press letters by chance (WCAG 2.1.4).
// Seen in: Streamlit 1.67.0.
// Upstream: none found that offers a setting.
// Test: tests/browser/test_accessibility.py.
// Delete when: the shortcuts can be switched off.
function keepLettersQuiet() {
  for (const kind of ['keydown', 'keypress', 'keyup']) {
    window.addEventListener(
      kind,
      (event) => {
        const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
        if (typing || event.key?.length !== 1 || event.key === ' ') return;
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        event.stopImmediatePropagation();
      },
      true,
    );
  }
}

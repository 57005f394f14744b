// What a reader finds under a role and a name, on the screen and in what components draw. Told of each
// thing: where to press it, whether a press would reach it, what it says, and its state.
function look({ role, name, part, within, show }) {
  const SELECTORS = {
    alert: '[role=alert]',
    button: 'button, [role=button]',
    checkbox: 'input[type=checkbox]',
    combobox: 'select, [role=combobox]',
    group: '[role=group], fieldset',
    heading: 'h1, h2, h3, h4',
    link: 'a[href]',
    navigation: 'nav, [role=navigation]',
    radio: 'input[type=radio], [role=radio]',
    radiogroup: '[role=radiogroup]',
    status: '[role=status]',
    summary: 'summary',
    table: 'table',
    textbox: 'textarea, input[type=text]',
    toolbar: '[role=toolbar]',
  };
  const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
  const named = (one) => {
    const ids = one.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const root = one.getRootNode();
    if (ids.length) return plain(ids.map((id) => root.getElementById(id)?.textContent).join(' '));
    if (one.ariaLabel) return plain(one.ariaLabel);
    if (one.labels?.length) return plain([...one.labels].map((l) => l.textContent).join(' '));
    return plain(one.caption?.textContent ?? one.textContent);
  };
  const all = (selector, root) => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((one) =>
      one.shadowRoot ? all(selector, one.shadowRoot) : [],
    ),
  ];
  const fits = (one, wanted) => (part ? named(one).includes(wanted) : named(one) === wanted);
  const inside = within
    ? all(SELECTORS[within.role], document).filter((one) => named(one) === plain(within.name))
    : [document];
  const found = inside
    .flatMap((root) => all(SELECTORS[role], root))
    .filter((one) => !name || fits(one, plain(name)))
    .map((one) => [one, /checkbox|radio/.test(one.type) ? one.labels[0] : one])
    .filter(([, target]) => target.checkVisibility({ visibilityProperty: true }));
  const middle = (target) => {
    const { left, top, width, height } = target.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)]; // as it will be pressed
  };
  const reached = (target) =>
    target.contains(target.getRootNode().elementFromPoint(...middle(target)));
  return found.map(([one, target]) => {
    if (show && !reached(target)) target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [x, y] = middle(target);
    return {
      name: named(one),
      text: plain(one.innerText),
      x,
      y,
      clear: reached(target) && !one.disabled,
      checked: one.checked ?? one.ariaChecked === 'true',
      pressed: one.ariaPressed === 'true',
      focused: one.getRootNode().activeElement === one,
      open: one.parentElement?.open === true,
      value: one.value ?? '',
    };
  });
}

// Page 1 in large type: Escape closes it, and then the screen is where it was left.
let isLarge = false;

const largeType = () => document.querySelector('.st-key-large-type button');

function closeLargeOnEscape() {
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && document.querySelector('.large')) largeType()?.click();
  });
}

function comeBackFromLarge() {
  const wasLarge = isLarge;
  isLarge = document.querySelector('.large') !== null;
  if (!wasLarge || isLarge) return;
  largeType()?.focus();
  largeType()?.scrollIntoView({ block: 'center' });
}

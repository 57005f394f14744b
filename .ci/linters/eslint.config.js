// Nothing that the oldest browsers of readers do not know, unless every screen is whole without it:
// Safari 16.4, Chrome 111 and Firefox 115, on phones and computers that get no update any more.
import css from '@eslint/css';
import compat from 'eslint-plugin-compat';
import esX from 'eslint-plugin-es-x';

const scripts = ['aid/**/*.js'];

// Baseline counts by years, and waits for the last of its browsers: what these three have had for
// longer than it says, or can do without, is named here.
const allowed = {
  available: 2022,
  allowAtRules: ['container'], // all three have it
  allowUnits: ['cqi'],
  allowProperties: [
    'container-type',
    'outline',
    'hyphens', // a long word breaks at any letter instead
    'text-wrap', // lines of a heading are less even
    'forced-color-adjust', // where there are no forced colours, nothing is to be adjusted
    'paint-order', // letters in a chart have no edge
    'content-visibility', // on paper: what is folded stays folded
    'mask', // Chrome has it with a prefix, which stands beside it
    'print-color-adjust', // as well
  ],
  allowPropertyValues: { 'break-after': ['avoid'] }, // a heading may end a printed page
  // Firefox 121 has :has: tests/browser/test_older_browsers.py takes such rules away and looks.
  // Without :popover-open, meanings of words are a list (decision 42): tests/browser/test_terms.py looks.
  allowSelectors: ['has', 'details-content', 'popover-open'],
};

export default [
  {
    ...esX.configs['flat/restrict-to-es2022'],
    files: scripts,
    languageOptions: { ecmaVersion: 2022 },
  },
  {
    ...compat.configs['flat/recommended'],
    files: scripts,
    settings: { browsers: ['safari 16.4', 'ios_saf 16.4', 'chrome 111', 'firefox 115'] },
  },
  {
    files: ['aid/**/*.css'],
    plugins: { css },
    language: 'css/css',
    rules: { 'css/use-baseline': ['error', allowed] },
  },
];

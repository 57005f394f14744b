// Formats Typst files: node typst.js [--check] FOLDER. With --check it only names those to format.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as typstyle from '@typstyle/typstyle-wasm-bundler/typstyle_wasm_bg.js';

// The package is made for bundlers: outside one, its WebAssembly has to be linked by hand.
const url = import.meta.resolve('@typstyle/typstyle-wasm-bundler/typstyle_wasm_bg.wasm');
const module = await WebAssembly.instantiate(readFileSync(new URL(url)), {
  './typstyle_wasm_bg.js': typstyle,
});
typstyle.__wbg_set_wasm(module.instance.exports);
module.instance.exports.__wbindgen_start();

const folder = process.argv.at(-1);
const check = process.argv.includes('--check');
for (const name of readdirSync(folder, { recursive: true })) {
  if (!name.endsWith('.typ')) continue;
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  const formatted = typstyle.format(text, { max_width: 100, tab_spaces: 2 });
  if (formatted === text) continue;
  if (check) {
    console.error(`${path}: is not formatted: run make format.`);
    process.exitCode = 1;
  } else {
    writeFileSync(path, formatted);
  }
}

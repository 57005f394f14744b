// Says what pdf.js reads in a PDF, and types into its fields: FOLDER-OF-PDF-JS PDF TYPED-PDF WORDS.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [folder, path, typed, words] = process.argv.slice(2);
const warnings = [];
// Not of interest: what only a browser has.
console.warn = (said) => /canvas|polyfill|standardFontDataUrl/i.test(said) || warnings.push(said);
const { getDocument } = await import(pathToFileURL(`${folder}/pdf.mjs`).href);
const data = new Uint8Array(readFileSync(path));
const pdf = await getDocument({ data, verbosity: 1 }).promise;
const pages = [];
const fields = {};
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  pages.push(items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''));
  for (const field of await page.getAnnotations()) {
    fields[field.fieldName] = field.fieldType;
    pdf.annotationStorage.setValue(field.id, { value: field.checkBox ? true : words });
  }
}
writeFileSync(typed, await pdf.saveDocument());
process.stdout.write(JSON.stringify({ text: pages.join('\n'), fields, warnings }));

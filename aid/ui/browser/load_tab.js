// Fetches the tab's script once for as long as the page is open, and hands it what each drawing of the
// foot brings. Of several that came before the script did, the last one says it all.
const AGAIN_MS = 2000;
window.__aidTab ??= {}; // one for the page: after an update another loader comes
const tab = window.__aidTab;

async function fetched() {
  let line;
  const watch = new MutationObserver(askWhoIsThere);
  watch.observe(theApp(), { attributeFilter: ['data-test-connection-state'] });
  for (let tries = 0; ; tries += 1) {
    const { wanted } = tab; // an update may bring another one in the meantime
    // A browser remembers a module that could not be fetched: each further try has its own address.
    const address = location.origin + wanted + (tries ? `?${tries}` : '');
    try {
      const script = await import(address);
      line?.remove();
      watch.disconnect();
      return { ...script, wanted };
    } catch {
      line ??= lineAtTheFoot(tab.latest.data.lineLost);
      await new Promise((then) => setTimeout(then, AGAIN_MS));
    }
  }
}

// The server of a connection that is back may be one of another version. Drawing the screen again
// brings its loader.
function askWhoIsThere() {
  if (theApp().dataset.testConnectionState !== 'CONNECTED') return;
  document.querySelector('.st-key-redraw button')?.click();
}

function theApp() {
  return document.querySelector('[data-testid="stApp"]');
}

function lineAtTheFoot(words) {
  const line = document.createElement('p');
  line.className = 'the-line';
  line.setAttribute('role', 'status');
  document.body.append(line);
  line.textContent = words;
  return line;
}

export default async function (component) {
  tab.latest = component;
  tab.wanted = TAB_SCRIPT;
  tab.script ??= fetched();
  const script = await tab.script;
  if (component !== tab.latest) return;
  const isOlder = script.wanted !== TAB_SCRIPT;
  try {
    script.default(component);
    if (isOlder) script.makeWay(component.data);
  } catch (error) {
    if (!isOlder) throw error;
    location.reload(); // it does not know what the server of another version says
  }
}

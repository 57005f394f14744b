// Streamlit calls this whenever the foot of a screen was drawn.
export default function ({ data, setTriggerValue }) {
  setShell(data);
  keepCopy(data, (found) => setTriggerValue('found', found));
}

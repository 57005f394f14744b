// Reads a file that the reader picks and hands its bytes over. Nothing is uploaded to an address.
export default function ({ data, parentElement, setTriggerValue }) {
  let input = parentElement.querySelector('input');
  if (!input) {
    const label = document.createElement('label');
    const hint = document.createElement('p');
    input = document.createElement('input');
    input.type = 'file';
    input.id = 'answers-file';
    hint.id = 'answers-file-hint';
    label.htmlFor = input.id;
    input.setAttribute('aria-describedby', hint.id);
    label.textContent = data.label;
    hint.textContent = data.hint;
    parentElement.append(label, hint, input);
  }
  input.onchange = () => {
    const [file] = input.files;
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => {
      setTriggerValue('file', reader.result.slice(reader.result.indexOf(',') + 1));
      input.value = ''; // so that the same file can be picked again
    };
    reader.readAsDataURL(file.slice(0, data.most + 1));
  };
}

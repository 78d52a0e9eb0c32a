/** Files and folders dropped on a form.
 *
 * A form with `data-drop` takes what is dropped on it into its first file field, and waits for its
 * button to be pressed; an element with the class `sending` in it says so.
 */

/** Makes the forms of the page take what is dropped on them. */
export function startDropping(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-drop]")) {
    takeDrops(form);
  }
  // a file dropped beside a form would be opened in the place of the desk
  for (const kind of ["dragover", "drop"] as const) {
    window.addEventListener(kind, (event) => {
      if (hasFiles(event)) event.preventDefault();
    });
  }
}

function takeDrops(form: HTMLFormElement): void {
  const zone = form.querySelector<HTMLElement>(".drop") ?? form;
  const field = form.querySelector<HTMLInputElement>("input[type=file]");
  const said = form.querySelector<HTMLElement>(".sending");
  if (!field) return;
  form.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    zone.classList.add("over");
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) zone.classList.remove("over");
  });
  form.addEventListener("drop", async (event) => {
    zone.classList.remove("over");
    if (!event.dataTransfer || !hasFiles(event)) return;
    event.preventDefault();
    const files = await filesOf(event.dataTransfer);
    field.files = listOf(files);
    const chosen = `${files.length} ${files.length === 1 ? "file" : "files"} chosen`;
    if (said) said.textContent = `${chosen}, not added yet.`;
    form.querySelector<HTMLButtonElement>("button[type=submit]")?.focus();
  });
  form.addEventListener("submit", () => {
    if (said) said.textContent = "Sending …";
  });
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** Returns what was dropped, and what is in folders that were. */
async function filesOf(dropped: DataTransfer): Promise<File[]> {
  // before the first wait: what was dropped is gone after it
  const entries = [...dropped.items].flatMap(
    (item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? [],
  );
  const found: File[] = [];
  for (const entry of entries) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry | File, found: File[]): Promise<void> {
  if (entry instanceof File) found.push(entry);
  else if (entry instanceof FileSystemFileEntry) {
    found.push(await new Promise<File>((take, fail) => entry.file(take, fail)));
  } else if (entry instanceof FileSystemDirectoryEntry) {
    const reader = entry.createReader();
    for (;;) {
      const more = await new Promise<FileSystemEntry[]>((take, fail) =>
        reader.readEntries(take, fail),
      );
      if (!more.length) return; // a folder is read a hundred entries at a time
      for (const one of more) await collect(one, found);
    }
  }
}

function listOf(files: readonly File[]): FileList {
  const list = new DataTransfer();
  for (const file of files) list.items.add(file);
  return list.files;
}

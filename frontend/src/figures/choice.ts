/** Which of the listed incidents are chosen in a figure: the list shows these alone. */

import { counted } from "./data";

export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** By what they were chosen, as a person would say it. */
  readonly words: string;
  /** Where the whole case is filtered in the same way; nothing where it cannot be. */
  readonly address?: string;
}

/** Shows what is chosen, in the list and in words below the figures. */
export class Choice {
  private readonly rows: readonly HTMLElement[];
  private readonly said = document.createElement("p");
  private chosen: Chosen | null = null;

  /**
   * @param list the table of the list, whose rows have the ids of incidents
   * @param below the element that the words are put into
   * @param changed told of what is chosen, or of `null` where nothing is
   */
  constructor(
    list: HTMLElement,
    below: HTMLElement,
    private readonly changed: (chosen: Chosen | null) => void,
  ) {
    this.rows = [...list.querySelectorAll<HTMLElement>("tbody tr[id]")];
    this.said.setAttribute("role", "status");
    this.said.className = "chosen";
    below.append(this.said);
    below.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.choose(null);
    });
  }

  /** Chooses incidents, or all of them again: by `null`, or by what is chosen already. */
  choose(chosen: Chosen | null): void {
    this.chosen = chosen && chosen.words !== this.chosen?.words ? chosen : null;
    const ids = this.chosen?.ids;
    for (const row of this.rows) row.hidden = ids !== undefined && !ids.has(row.id);
    this.said.replaceChildren(...(this.chosen ? this.told(this.chosen) : []));
    this.changed(this.chosen);
  }

  private told({ ids, words, address }: Chosen): (Node | string)[] {
    const all = document.createElement("button");
    all.type = "button";
    all.textContent = "Show all";
    all.addEventListener("click", () => this.choose(null));
    const name = document.createElement("bdi");
    name.textContent = words;
    const told = [`${counted(ids.size, "incident")} of ${this.rows.length}: `, name, " ", all];
    if (!address) return told;
    const link = document.createElement("a");
    link.href = address;
    link.textContent = "Filter the whole case";
    return [...told, " ", link];
  }
}

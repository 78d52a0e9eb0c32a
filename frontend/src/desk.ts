/** The script of the desk. Every page works without it; it adds what is quicker with it. */

import { startDropping } from "./dropping";
import { startIncidents } from "./figures/incidents";
import { startHtmx } from "./htmx";
import { startShortcuts } from "./shortcuts";
import { startSpans } from "./spans";

const script = document.currentScript as HTMLScriptElement;
const world = new URL("world.json", script.src).href;

document.documentElement.classList.add("with-script");
startHtmx();
startDropping();
startShortcuts();
startSpans();
void startIncidents(world);

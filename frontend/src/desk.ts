/** The script of the desk. Every page works without it; it adds what is quicker with it. */

import { startIncidents } from "./figures/incidents";
import { startHtmx } from "./htmx";

const script = document.currentScript as HTMLScriptElement;
const world = new URL("world.json", script.src).href;

startHtmx();
void startIncidents(world);

/** The script of the desk. Every page works without it; it adds what is quicker with it. */

import { startHtmx } from "./htmx";

startHtmx();

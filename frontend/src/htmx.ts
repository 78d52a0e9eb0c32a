/** htmx, held to what the desk's content security policy allows. */

import htmx from "htmx.org";

/** Configures htmx; it starts by itself when the page is there. */
export function startHtmx(): void {
  Object.assign(htmx.config, {
    allowEval: false,
    allowScriptTags: false,
    historyCacheSize: 0, // nothing of a case stays in the browser's storage
    includeIndicatorStyles: false, // an inline style sheet; desk.css has them
    selfRequestsOnly: true,
  });
}

"""What stands on a page, as a person, or the browser, would find it."""

import re
from html.parser import HTMLParser

VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "path", "rect", "circle", "line"))
UNSHOWN = frozenset(("desc", "script", "style", "textarea"))
"""Elements whose words stand in no line of the page, or in one of their own."""


class Look(HTMLParser):
    """A page, read.

    Args:
        page: its HTML.
    """

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.words = []
        self.links = []
        self.elements = []
        self.ids = []
        self._open = []
        self.feed(page)
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.elements.append((tag, given))
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        if not UNSHOWN & set(self._open):
            self.words.append(data)

    def all(self, tag):
        """Return the attributes of all elements of a kind."""
        return [given for name, given in self.elements if name == tag]

    def faults(self):
        """Yield what no page of the desk may have, whatever the documents hold."""
        for tag, given in self.elements:
            if tag in ("iframe", "object", "embed", "base", "style", "img"):
                yield f"<{tag}>"
            if tag == "script" and given.get("type") != "application/json" and "src" not in given:
                yield "a script within the page"
            for name, value in given.items():
                if name.startswith("on") or name == "style":
                    yield f"{name} of <{tag}>"
                if name in ("href", "src", "action") and not _leads_well(value or "", given):
                    yield f"{name} {value!r}"
        if len(self.all("h1")) != 1:
            yield f"{len(self.all('h1'))} main headings"
        yield from (f"the id {one!r} twice" for one in set(self.ids) if self.ids.count(one) > 1)
        if re.search("[\u202a-\u202e\u2066-\u2069]", self.text):
            yield "a character that turns the text around it"


def _leads_well(address, given):
    is_own = address.startswith(("/", "#", "?")) and not address.startswith("//")
    is_web = address.startswith(("http://", "https://"))
    is_kept = "target" not in given or "noopener" in given.get("rel", "")
    return is_own or (is_web and is_kept)

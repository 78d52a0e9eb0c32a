"""Those who decide at a desk, as a browser without script does it: forms filled in and sent."""

import html
import re

from rashomon.pipeline.reviewing import reviewed
from rashomon.store import open_case
from tests.web.desks import browser, csrf_of

CHOSEN = ("radio", "checkbox")


class Reviewer:
    """One who decides at a desk."""

    def __init__(self, location, name="Mira"):
        self.location = str(location)
        self.client = browser(self.location, reviewer=name)

    def page(self, path, status=200, **asked):
        answer = self.client.get(path, params=asked or None)
        assert answer.status_code == status, answer.text
        return answer.text

    def send(self, path, fields, status=200):
        answer = self.client.post(path, data={"csrf": csrf_of(self.client), **fields})
        assert answer.status_code == status, answer.text
        return answer.text

    def form(self, page, which=-1):
        """Return the fields of a form of a page, as a browser would send them unchanged."""
        form = re.findall(r"<form[^>]*method=\"post\".*?</form>", page, re.S)[which]
        fields = {}
        for tag in re.findall(r"<input[^>]*>", form):
            given = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
            if given.get("name") and ("checked" in tag or given.get("type") not in CHOSEN):
                fields[given["name"]] = html.unescape(given.get("value", ""))
        for name, words in re.findall(r'<textarea name="(\w+)"[^>]*>(.*?)</textarea>', form, re.S):
            fields[name] = html.unescape(words)
        for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', form, re.S):
            chosen = re.search(r'value="([^"]*)" selected', options)
            fields[name] = chosen[1] if chosen else ""
        return fields

    def items(self, what, document=None):
        """Return the document that has most of a kind of item, with its items."""
        with open_case(self.location, read_only=True) as case:
            ids = [document] if document else [row.id for row in case.documents()]
            found = [(reviewed(case, one)) for one in ids]
        best = max(found, key=lambda one: sum(item.what == what for item in one.items))
        return best.reading.document, [one for one in best.items if one.what == what]

    def decisions(self):
        with open_case(self.location, read_only=True) as case:
            return list(case.decisions())

    def reading(self, document):
        with open_case(self.location, read_only=True) as case:
            return case.reading(document)


def about(document, item):
    """Return how an address names an item of a document."""
    return {"document": document.id, "what": item.what, "item": item.id}

"""Asks a desk as a program does, and holds every answer against the description."""

from functools import cache

import jsonschema

from rashomon.web.api.description import PREFIX, description
from rashomon.web.api.table import ENDPOINTS

DESCRIPTION = description(ENDPOINTS)
TOKEN = {"Authorization": "Bearer quill"}


@cache
def validator(path, method, status, kind):
    """Return what checks an answer."""
    answers = DESCRIPTION["paths"][path][method]["responses"]
    schema = answers[str(status)]["content"][kind]["schema"]
    whole = {**schema, "components": DESCRIPTION["components"]}
    return jsonschema.Draft202012Validator(whole)


class Programs:
    """Asks a desk.

    Args:
        client: the desk.
    """

    def __init__(self, client):
        self.client = client

    def get(self, path, status=200, *, headers=TOKEN, parts=None, **query):
        """Return what is answered, once it is what the description says."""
        address = PREFIX + path.format(**(parts or {}))
        return self._checked(
            path, "get", status, self.client.get(address, params=query, headers=headers)
        )

    def post(self, path, body, status=201, *, headers=TOKEN, parts=None):
        """Return what is answered to a body as JSON, once it is what the description says."""
        address = PREFIX + path.format(**(parts or {}))
        return self._checked(
            path, "post", status, self.client.post(address, json=body, headers=headers)
        )

    def _checked(self, path, method, status, answer):
        assert answer.status_code == status, answer.text
        value = answer.json()
        kind = answer.headers["content-type"]
        validator(path, method, status, kind).validate(value)
        return value

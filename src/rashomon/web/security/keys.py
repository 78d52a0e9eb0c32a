"""The token of a desk, and what is derived of it: sessions of browsers, and tokens of forms."""

import hashlib
import hmac
import secrets


class Keys:
    """What opens a desk. Nothing is kept: all is derived of the token.

    Args:
        token: the secret of the desk, which stands in the address that it prints at its start.
    """

    def __init__(self, token: str) -> None:
        self._token = token.encode()

    @property
    def cookie(self) -> str:
        """The name of the cookie of sessions.

        Cookies are shared by all ports of a host: each desk has a name of its own.
        """
        return f"rashomon-{self._made('cookie')[:8]}"

    def is_token(self, given: str) -> bool:
        """Return whether this is the token."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self._token)

    def new_session(self) -> str:
        """Return a session for a browser that has shown the token."""
        name = secrets.token_hex(16)
        return f"{name}.{self._made(f'session {name}')}"

    def is_session(self, given: str) -> bool:
        """Return whether this desk gave out a session."""
        name, _, proof = given.partition(".")
        expected = self._made(f"session {name}")
        return hmac.compare_digest(proof.encode("utf-8", "replace"), expected.encode())

    def form_token(self, session: str) -> str:
        """Return what forms of a session carry, 64 hexadecimal digits; a cookie alone lacks it."""
        return self._made(f"form {session}")

    def is_form_token(self, given: str, session: str) -> bool:
        """Return whether this is what forms of a session carry."""
        expected = self.form_token(session)
        return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode())

    def _made(self, of: str) -> str:
        return hmac.new(self._token, of.encode("utf-8", "replace"), hashlib.sha256).hexdigest()

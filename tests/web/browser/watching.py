"""What goes wrong in a browser without anybody seeing it."""


class Watch:
    """Collects errors of scripts, what the security policy refused, and requests to elsewhere."""

    def __init__(self, context):
        self._context = context
        self.troubles = []
        context.on("console", self._said)
        context.on("weberror", lambda error: self.troubles.append(str(error.error)))
        context.on("request", self._asked)
        context.on("dialog", self._opened)

    def end(self):
        """Close the windows, and hold that there was no trouble."""
        self._context.close()
        assert self.troubles == []

    def _said(self, message):
        # what an answer of 404 or 409 is, the page says
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.troubles.append(message.text)

    def _asked(self, request):
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.troubles.append(f"asked for {request.url}")

    def _opened(self, dialog):
        self.troubles.append(f"a script opened: {dialog.message}")
        dialog.dismiss()

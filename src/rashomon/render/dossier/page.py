"""The dossier as one file: no request to anywhere, no script."""

import base64
import hashlib

from markupsafe import Markup

from rashomon.render.dossier.sections import OfEach, environment, sections, styles
from rashomon.render.dossier.view import View
from rashomon.render.html.environment import stylesheet
from rashomon.render.plain import plain


def dossier_page(view: View, of_each: OfEach = map) -> str:
    """Return a dossier as a page of HTML that stands by itself.

    Its policy allows nothing but the style that it carries, so that nothing in it can run or call
    out, whatever the documents hold.

    Args:
        view: what is shown.
        of_each: how each of its sections is made: one after the other, or shared.
    """
    style = f"\n{stylesheet()}\n{styles()}\n"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        environment()
        .get_template("dossier/page.html")
        .render(
            title=plain(view.comparison.incident.title),
            incident=view.comparison.incident.id,
            style=Markup(style),
            style_digest=digest,
            sections=sections(view, of_each=of_each),
            method=view.method,
        )
    )

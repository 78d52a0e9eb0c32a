"""Elements of SVG, escaped; no styles in them, so that strict pages may show them."""

from markupsafe import Markup, escape

from rashomon.render.html.marks import safe_value


def element(tag: str, *inside: object, **attributes: object) -> Markup:
    """Return an element.

    Args:
        tag: its name.
        inside: what stands in it; words are escaped.
        attributes: by name; ``_`` stands for ``-``, and one behind a name is dropped (``class_``).
            ``None`` leaves one out; numbers are written with two digits behind the point.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(_value(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    # thousands of these are made for a page: Markup's own format is ten times as slow
    return Markup(f"<{tag}{written}>{''.join(map(escape, inside))}</{tag}>")


def percent(share: float) -> str:
    """Return a share of a width, 0 to 1, as per cent."""
    return f"{number(100 * share)}%"


def number(value: float) -> str:
    """Return a number with two digits behind the point at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else safe_value(str(value))

"""The forms of an English verb, from its base form and its irregular ones."""

_VOWELS = "aeiou"


def verb_forms(entry: str) -> frozenset[str]:
    """Return every form of a verb.

    Args:
        entry: the base form; irregular forms follow a colon: ``say: says, said``. Where one of
            them ends in *-ing* or *-ed*, it stands for the regular one (``stop: stopped,
            stopping``).
    """
    base, _, irregular = entry.partition(":")
    base = base.strip()
    given = {form.strip() for form in irregular.split(",") if form.strip()}
    forms = {base, _third_person(base), *given}
    if not any(form.endswith("ing") for form in given):
        forms.add(_stem(base, "ing") + "ing")
    if not given or all(form.endswith("ing") for form in given):
        forms.add(_stem(base, "ed") + "ed")
    return frozenset(forms)


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _stem(base: str, ending: str) -> str:
    if base.endswith("ie") and ending == "ing":
        return base[:-2] + "y"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1]
    if base.endswith("e") and ending == "ed":
        return base[:-1]
    if base.endswith("y") and ending == "ed" and base[-2] not in _VOWELS:
        return base[:-1] + "i"
    return base

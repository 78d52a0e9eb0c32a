import pytest

from rashomon.analysis.inflection import verb_forms


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("claim", "claim claims claimed claiming"),
        ("deny", "deny denies denied denying"),
        ("say: said", "say says said saying"),
        ("declare", "declare declares declared declaring"),
        ("agree", "agree agrees agreed agreeing"),
        ("express", "express expresses expressed expressing"),
        ("tell: told", "tell tells told telling"),
        ("admit: admitted, admitting", "admit admits admitted admitting"),
        ("bet: bet, betting", "bet bets betting"),
        ("lie", "lie lies lied lying"),
        ("go: went, gone", "go goes went gone going"),
    ],
)
def test_the_forms_of_a_verb(entry, forms):
    assert verb_forms(entry) == frozenset(forms.split())

from hypothesis import given
from hypothesis import strategies as st

from rashomon.compare.finding import NameFinder, ProperNames
from rashomon.model.spans import Span


def found(finder, text):
    return [one.of(text) for one in finder.within(text, Span(0, len(text)))]


def test_names_are_found_whole_and_in_any_case():
    finder = NameFinder(("Halen Monitor", "Oro", "U.S."))
    text = "The HALEN monitor left Oro, not Oronda; the u.s. stayed."
    assert found(finder, text) == ["HALEN monitor", "Oro", "u.s."]


def test_names_with_letters_whose_small_form_is_longer_are_found():
    assert found(NameFinder(("İzra", "Orİ Halen")), "İzra and orİ halen") == ["İzra", "orİ halen"]


def test_names_within_names_are_all_found():
    finder = NameFinder(("Halen", "Halen Rights Monitor", "Rights Monitor", "'s Halen"))
    assert found(finder, "Oro 's Halen Rights Monitor") == [
        "'s Halen",
        "Halen Rights Monitor",
        "Halen",
        "Rights Monitor",
    ]


def test_a_name_that_goes_beyond_the_stretch_is_not_found():
    finder, text = NameFinder(("Halen Monitor",)), "Halen Monitor"
    assert list(finder.within(text, Span(0, len("Halen Mon")))) == []


def test_proper_names_of_one_word_are_found_in_their_case_alone():
    names = ProperNames(("Marn", "Free March"))
    assert found(names, "Marn, marn and the FREE march") == ["Marn", "FREE march"]


def test_what_is_made_or_led_by_somebody_holds_his_name_only_where_it_is_led():
    names = ProperNames(("Norvian",))
    assert found(names, "Norvian-made, Norvian-led, pro-Norvian, Norvian") == ["Norvian", "Norvian"]


def test_of_proper_names_that_overlap_the_first_is_found():
    names = ProperNames(("Free March", "March Army", "Free March of Oro"))
    assert found(names, "Free March Army and Free March of Oro") == [
        "Free March",
        "Free March of Oro",
    ]


@given(st.lists(st.text(max_size=5), max_size=5), st.text())
def test_what_is_found_is_one_of_the_names(names, text):
    known = {one.lower() for one in names}
    assert all(one.lower() in known for one in found(NameFinder(names), text))
    assert set(found(ProperNames(names), text)) <= set(found(NameFinder(names), text))


@given(st.lists(st.text("ab -'", min_size=1, max_size=5)), st.text("ab -'"))
def test_every_name_with_a_letter_is_found_between_blanks(names, text):
    for one in names:
        if one.strip(" -'"):
            assert one in found(NameFinder(names), f"{text} . {one} . {text}")

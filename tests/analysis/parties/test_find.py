import pytest

from rashomon.model.spans import Span
from tests.analysis.parties.reading import parties


def speakers(*names, **known):
    """Return who speaks where these sources speak, a sentence each."""
    return parties(" ".join(f"<s>{name}</s> said so." for name in names), **known)[1]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Mayor <p>Teodor Quill</p>", "<p>Quill</p>"),
        ("Mayor <p>Teodor Quill</p>", "Mr <p>Quill</p>"),
        ("Mayor <p>Teodor Quill</p>", "the mayor"),
        ("Mayor Teodor Quill", "Mr Quill"),
        ("Defence Minister <p>Ilse Marn</p>", "<p>Marn</p>"),
        ("Foreign ministry spokesman <p>Dorin Halk</p>", "the spokesman"),
        ("the defence ministry", "The defence ministry"),
        ("the Norvian defence ministry", "the ministry"),
        ("the state broadcaster", "the broadcaster"),
        ("Syria's army", "the Syrian military"),
        ("Washington", "the US government"),
        ("the Kremlin", "Russia"),
        ("ISIS", "Daesh"),
        ("the Taliban", "Taliban militants"),
        ("syrian officials in damascus", "officials"),
        ("<o>Halen Rights Monitor</o>", "the monitor"),
        ("<o>Lake Shipping Union</o>", "the union"),
        ("<o>Lake Shipping Union</o>", "<o>LSU</o>"),
        ("residents", "locals"),
    ],
)
def test_one_party_under_two_names(first, later):
    first_party, later_party = speakers(first, later)
    assert first_party is later_party
    assert len(first_party.mentions) == 2


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("Mayor <p>Teodor Quill</p>", "<p>Ann Quill</p>"),
        ("<l>Norvia</l>", "Norvian officials"),
        ("a spokesman", "another spokesman for the camps"),
        ("a resident", "a resident of Calder"),
        ("the foreign minister", "the prime minister"),
        ("the vice president", "the president"),
        ("Mr <p>Smith</p>", "Mrs <p>Smith</p>"),
        ("King <p>Charles</p>", "Prince <p>Charles</p>"),
        ("the Syrian army", "the Russian army"),
        ("the Syrian army", "the Syrian government"),
        ("Washington", "Damascus"),
        ("US-backed forces", "US forces"),
    ],
)
def test_two_parties(first, later):
    first_party, later_party = speakers(first, later)
    assert first_party is not later_party


def test_a_name_that_runs_over_two_lines_is_written_on_one():
    [party] = speakers("Defence\n  Minister <p>Ilse\nMarn</p>")
    assert party.name == "Defence Minister Ilse Marn"


def test_a_surname_that_two_share_is_given_to_neither():
    found = speakers("<p>Ann Quill</p>", "<p>Teodor Quill</p>", "<p>Quill</p>")
    assert len({party.id for party in found}) == 3


@pytest.mark.parametrize(
    ("source", "kind", "side"),
    [
        ("Washington", "government", "United States"),
        ("the US", "government", "United States"),
        ("us officials", "unnamed", "United States"),
        ("syrian officials in damascus", "unnamed", "Syria"),
        ("officials in Moscow", "unnamed", "Russia"),
        ("the Turkish army", "military", "Turkey"),
        ("the Kremlin", "government", "Russia"),
        ("Iraqi police", "government", "Iraq"),
        ("Syrian state television", "media", "Syria"),
        ("the US-led coalition", "military", "United States"),
        ("Hezbollah fighters", "armed_group", "Hezbollah"),
        ("a Taliban spokesman", "unnamed", "Taliban"),
        ("a statement released by Damascus", None, "Syria"),
        ("Russian foreign minister <p>Pavel Orin</p>", "person", "Russia"),
        ("the UN", "international_body", "United Nations"),
        ("Syrian Observatory for Human Rights", "monitor", None),
        ("Reuters", "media", None),
        ("activists", "unnamed", None),
        ("many", "unnamed", None),
        ("A Western diplomat in Calder, who asked not to be named,", "unnamed", None),
        ("one of them", "unnamed", None),
        ("two people familiar with the talks", "unnamed", None),
        ("Syrian residents", "unnamed", None),
        ("US-backed militias", "armed_group", None),
        ("pro-Russian separatists", "armed_group", "Russia"),
        ("anti-Russian rebels", "armed_group", None),
        ("<o>Halen Rights Monitor</o>", "monitor", None),
        ("<o>Lakes Commission</o>", "organisation", None),
        ("the interior ministry", "government", None),
        ("<p>Ilse Marn</p>", "person", None),
        ("<l>Estmark</l>", "government", None),
    ],
)
def test_what_a_source_is_and_whose_side(source, kind, side):
    [party] = speakers(source)
    assert (party.kind, party.side) == (kind, side)


def test_what_only_states_have_tells_a_state_that_no_table_knows():
    [ministry] = speakers("Estmark's defence ministry")
    assert ministry.side == "Estmark"
    found, *_ = parties("<s><o>Estmark</o></s> denied it. Its air force was not there.")
    [state] = [one for one in found if one.name == "Estmark"]
    assert (state.kind, state.side) == ("government", "Estmark")
    found, *_ = parties("<s><o>Lakeside Mills</o></s> denied it. Its director was not there.")
    assert [one.side for one in found if one.name == "Lakeside Mills"] == [None]


def test_an_official_is_of_the_country_of_his_town():
    [party] = speakers("<l>Calder</l> mp <p>Ilse Marn</p>", countries={"Calder": "Estmark"})
    assert (party.kind, party.side) == ("person", "Estmark")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<s>Mayor <p>Anna Lund</p></s> spoke. <s>She</s> said no.", "Mayor Anna Lund"),
        ("<s><p>Karl Voss</p></s> met <p>Anna Lund</p>. <s>He</s> said no.", "Karl Voss"),
        ("<s>The residents</s> left. <s>They</s> said no.", "The residents"),
        ("<s><o>Lake Bank</o></s> closed. <s>It</s> said no.", "Lake Bank"),
        ("<p>Karl Voss</p>, <s>who</s> said no.", "Karl Voss"),
    ],
)
def test_pronouns_mean_who_was_told_of_before(text, name):
    assert parties(text)[1][-1].name == name


@pytest.mark.parametrize("pronoun", ["he", "They", "it", "which"])
def test_a_pronoun_alone_means_nobody_known(pronoun):
    assert speakers(pronoun) == [None]


def test_we_in_somebodys_words_is_that_one():
    text = "<s>The governor</s> said that <s>we</s> believe him."
    found = parties(text)[1]
    assert found[1] is found[0]


def test_we_in_nobodys_words_is_the_publisher():
    [party] = speakers("we", publisher="Brinn Herald")
    assert party.kind == "publisher"


@pytest.mark.parametrize("publisher", ["Brinn Herald", "The Brinn Herald", "www.brinnherald.com"])
def test_the_publisher_is_known_as_one(publisher):
    [party] = speakers("The Brinn Herald", publisher=publisher)
    assert party.kind == "publisher"


def test_who_asks_for_subscriptions_and_is_cited_is_the_publisher():
    marked = "<s>Lakewire</s> says so. Subscribe at lakewire.tv"
    [party] = parties(marked, boilerplate=[Span(17, 42)])[1]
    assert party.kind == "publisher"


def test_a_source_that_is_left_out_is_nobody():
    found, speaking, _ = parties("It is said.")
    assert speaking == []
    assert not any(party.mentions for party in found if party.kind)


def test_a_description_and_the_name_after_it_are_one():
    found, _, text = parties("<a>The mayor</a>, <p>Anna Lund</p>, left. <p>Lund</p> waved.")
    assert [[span.of(text) for span in party.mentions] for party in found] == [
        ["The mayor", "Anna Lund", "Lund"]
    ]


def test_a_name_in_a_phrase_for_somebody_else_is_its_own_party():
    found, _, text = parties("<a><p>Lund</p>'s brother</a> left.")
    assert [party.mentions[0].of(text) for party in found] == ["Lund", "Lund's brother"]


def test_places_are_parties_only_if_they_act():
    found, _, _ = parties("<s>The mayor</s> spoke in <l>Calder</l>.")
    [place] = [party for party in found if not party.mentions]
    assert place.name == "Calder"


def test_a_society_that_many_countries_have_is_that_of_none():
    (one,) = speakers("The <o>Red Crescent</o>")
    assert "Syrian" not in one.name


@pytest.mark.parametrize(
    ("source", "publisher", "name", "kind"),
    [
        ("The Lake Safety Monitor, which counts deaths", "Lake Safety Monitor", None, "monitor"),
        ("The Lake Safety Monitor, which counts deaths", None, "Lake Safety Monitor", "monitor"),
        ("Lake Islanders' League", "Lake Islanders' League", None, "organisation"),
        ("The Brinn Herald, which reports daily", "Brinn Herald", None, "publisher"),
        ("Brinn", "Brinn", None, "publisher"),
    ],
)
def test_a_speaker_is_called_by_name_without_the_clause_behind(source, publisher, name, kind):
    [party] = speakers(source, publisher=publisher)
    assert (party.name, party.kind) == (name or publisher, kind)


def test_a_publisher_that_is_told_of_before_it_speaks_is_one_party():
    marked = "<o>Lake Safety Monitor</o> counts. <s>The Lake Safety Monitor</s> said so."
    found, [speaker], _ = parties(marked, publisher="Lake Safety Monitor")
    assert found == (speaker,)
    assert len(speaker.mentions) == 2


def test_a_person_who_has_the_name_of_the_publisher_is_not_the_publisher():
    marked = "<p>Lakewire</p> waved. <s>Lakewire</s> said so."
    _, [speaker], _ = parties(marked, publisher="Lakewire")
    assert speaker.kind == "publisher"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("<a>Its director</a>, <a>Ines Falk</a>,", "Ines Falk"),
        ("<a>The harbour master of Port Brinn</a>, <a>Olen Varga</a>,", "Olen Varga"),
        ("<a>A spokeswoman</a>, <a>Estmark Col. Ines Falk</a>,", "Ines Falk"),
    ],
)
def test_a_role_and_the_name_behind_it_are_one_person(source, name):
    first, later = speakers(source, f"<p>{name.split()[1]}</p>")
    assert first is later
    assert (first.name, first.kind) == (name, "person")


def test_of_people_in_a_list_none_is_the_role_of_the_next():
    [party] = speakers("<a>Captain Jo Marn</a>, <a>Ilse Veld</a>,")
    assert party.name != "Ilse Veld"


def test_what_a_body_is_called_before_and_after_its_name_is_one():
    marked = (
        "<s><o>League</o></s> blames coast guard. "
        "<s>The <o>Lake Islanders' League</o></s> said so. <s>The <o>league</o></s> said so."
    )
    assert [one.name for one in parties(marked)[1]] == ["Lake Islanders' League"] * 3


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("<a>A coast guard cutter</a> struck the ferry.", "military"),
        ("a <a>coast guard cutter</a> struck the ferry.", "military"),
        ("<p>Regime</p> murders nine.", "government"),
        ("<a>The president's defenders</a> waved.", None),
        ("<a>Estmark MP Ilse Marn</a> waved.", "person"),
    ],
)
def test_what_is_no_person(marked, kind):
    found, *_ = parties(marked)
    assert found[0].kind == kind


def test_the_article_that_begins_a_sentence_is_no_part_of_a_name():
    first, later = speakers(
        "The <o>Lake Islanders' League</o>", "the <o>Lake Islanders' League</o>"
    )
    assert first is later
    assert first.name == "Lake Islanders' League"

"""One incident: the accounts side by side, with ways to the words and to what can be decided."""

from tests.web.pages.looking import Look


def test_it_shows_what_is_contested_and_who_denies_it(bridge):
    look = Look(bridge.get("/incidents/i1").text)
    assert "13 documents" in look.text
    assert "9 independent origins" in look.text
    assert "Contested" in look.text
    assert "denied by" in look.text


def test_its_contents_lead_to_sections_that_are_there(bridge):
    look = Look(bridge.get("/incidents/i1").text)
    places = [one[1:] for one in look.links if one.startswith("#")]
    assert "matrix" in places
    assert set(places) <= set(look.ids)


def test_it_leads_into_documents_and_to_what_can_be_decided(bridge):
    links = Look(bridge.get("/incidents/i1").text).links
    words = [one for one in links if one.startswith("/documents/") and "?at=" in one]
    assert words
    assert bridge.get(words[0]).status_code == 200
    decided = ("/decide/item?", "/decide/grade?", "/decide/relation?")
    for what in (*decided, "/queue/i1", "/decide/incidents?of=i1"):
        assert any(one.startswith(what) for one in links)


def test_it_says_why_documents_belong_together_the_least_sure_first(bridge):
    text = Look(bridge.get("/incidents/i1").text).text
    why = text[text.rindex("Why these belong together") :]
    sure = [int(one[:-1]) for one in why.split() if one.endswith("%") and one[:-1].isdecimal()]
    assert sure == sorted(sure)
    assert len(sure) > 3


def test_its_dossier_can_be_kept_as_one_file(bridge):
    answer = bridge.get("/incidents/i1/dossier")
    assert 'attachment; filename="i1.html"' in answer.headers["content-disposition"]
    assert "<style>" in answer.text
    assert "<script" not in answer.text

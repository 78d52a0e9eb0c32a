from rashomon.analysis.times.grammar import Item, Rule, build_grammar, parse, rows


def word(symbol, start, meaning=None):
    return Item(0, start, start + 1, symbol, meaning, -1)


def rule(makes, build, names, rank=1):
    return Rule(makes, build, names, {}, rank, rank)


def test_a_form_is_all_the_rows_that_it_allows():
    assert list(rows("the? DAY|ORDINAL:day of MONTH")) == [
        (("the", None), ("DAY", "day"), ("of", None), ("MONTH", "month")),
        (("the", None), ("ORDINAL", "day"), ("of", None), ("MONTH", "month")),
        (("DAY", "day"), ("of", None), ("MONTH", "month")),
        (("ORDINAL", "day"), ("of", None), ("MONTH", "month")),
    ]


def test_a_word_with_a_name_is_taken_as_it_stands():
    assert list(rows("week:unit")) == [(("week", "unit"),)]


def test_what_a_rule_makes_stands_in_other_rules_and_in_itself():
    grammar = build_grammar(
        [
            (rule("SUM", lambda number: number, ("number",)), ["NUMBER"]),
            (rule("SUM", lambda a, b: a + b, ("a", None, "b"), 2), ["SUM", "and", "NUMBER"]),
        ]
    )
    words = [
        [word("NUMBER", 0, 1)],
        [word("and", 1)],
        [word("NUMBER", 2, 20)],
        [word("and", 3)],
        [word("NUMBER", 4, 300)],
    ]
    chart = parse(words, grammar)
    assert {end: item.meaning for end, item in chart[0]["SUM"].items()} == {1: 1, 3: 21, 5: 321}
    assert {end: item.meaning for end, item in chart[2]["SUM"].items()} == {3: 20, 5: 320}


def test_the_earlier_of_two_rules_wins():
    grammar = build_grammar(
        [
            (rule("X", lambda: "late", (None,), 2), ["a"]),
            (rule("X", lambda: "early", (None,), 1), ["a"]),
        ]
    )
    assert parse([[word("a", 0)]], grammar)[0]["X"][1].meaning == "early"


def test_what_makes_no_sense_is_not_made():
    grammar = build_grammar([(rule("X", lambda: None, (None,)), ["a"])])
    assert "X" not in parse([[word("a", 0)]], grammar)[0]

WRITTEN = """---
title: A title
publisher: "The Post"
date: 10 May 2023
url: https://post.example/a
tags: [a, b]
---

# A heading

The **mayor** said [so](https://x.example) on `Monday`,
and left.

> We ask one thing

- first
- second

```
code is no report
```

<script>nor is this</script>
"""


def test_marks_are_left_out_and_words_and_paragraphs_kept(read_one):
    assert read_one("a.md", WRITTEN).text == (
        "A heading\n\nThe mayor said so on Monday,\nand left.\n\n"
        "We ask one thing\n\nfirst\n\nsecond"
    )


def test_the_front_matter_tells_of_the_document(read_one):
    found = read_one("a.md", WRITTEN)
    assert (found.title, found.publisher, found.published, found.url) == (
        "A title",
        "The Post",
        "2023-05-10",
        "https://post.example/a",
    )


def test_without_front_matter_the_first_heading_is_the_title(read_one):
    found = read_one("a.md", "Lead.\n\n# *The* title\n\n# Another\n")
    assert found.title == "The title"
    assert found.publisher is None


def test_a_file_of_marks_alone_is_empty(read_one):
    assert read_one("a.md", "---\n\n```\ncode\n```\n").error.code == "input.empty"

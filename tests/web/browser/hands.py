"""What hands do at a page, and no single call of a browser does."""

PLACES = """words => {
    const text = document.getElementById("text");
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const start = text.textContent.indexOf(words);
    const placeOf = (at) => {
        for (const node of nodes) {
            if (at < node.length) return [node, at];
            at -= node.length;
        }
    };
    const edge = (at) => {
        const [node, offset] = placeOf(at);
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const rects = range.getClientRects();
        return rects[rects.length - 1];
    };
    if (start < 0) return null;
    placeOf(start)[0].parentElement.scrollIntoView({ block: "center" });
    const [from, to] = [edge(start), edge(start + words.length - 1)];
    return [from.left + 1, from.top + from.height / 2, to.right - 1, to.top + to.height / 2];
}"""


def select_words(page, words):
    """Draw over some words of the document that a page shows, with a mouse."""
    left, top, right, bottom = page.evaluate(PLACES, words)
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=5)
    page.mouse.up()
    assert page.evaluate("getSelection().toString()").split() == words.split()

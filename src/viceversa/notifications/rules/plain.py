"""The text part of a message, made from its HTML: one source, two forms."""

import textwrap
from html.parser import HTMLParser

WIDTH = 72  # characters a line; a link is never broken
BLOCKS = {"p", "h1", "h2", "li", "blockquote", "hr", "footer", "ul", "ol", "div"}
SILENT = {"head", "style", "title", "script"}


class _Reader(HTMLParser):
    """Gathers blocks of words, each with the mark its first line carries."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.link: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.close_block()
        if tag == "br":
            self.words.append("\n")
        elif tag == "hr":
            self.blocks.append(("", "--"))
        elif tag not in {"meta", "link", "img"}:
            self.open.append(tag)
        if tag == "a":
            self.link = (dict(attrs).get("href") or "", len(self.words))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.link:
            address, start = self.link
            label = " ".join("".join(self.words[start:]).split())
            if address and label != address:
                self.words.append(f": {address}" if label else address)
            self.link = None
        if tag in BLOCKS:
            self.close_block()
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not SILENT.intersection(self.open):
            self.words.append(data.replace("\n", " "))

    def close_block(self) -> None:
        """End the block at hand."""
        lines = [" ".join(line.split()) for line in "".join(self.words).split("\n")]
        text = "\n".join(lines).strip()
        self.words = []
        if text:
            mark = "- " if "li" in self.open else "> " if "blockquote" in self.open else ""
            self.blocks.append((mark, text))


def plain(html: str) -> str:
    """Return the words of `html` as text: paragraphs apart, lists with dashes, links written out.

    Made for our own templates, whose user text is escaped: it comes back as it was typed.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.close_block()
    parts: list[str] = []
    previous = ""
    for mark, text in reader.blocks:
        if parts:
            parts.append("\n" if mark == previous == "- " else "\n\n")
        parts.append(_wrapped(mark, text))
        previous = mark
    return "".join(parts) + "\n"


def _wrapped(mark: str, text: str) -> str:
    """Wrap each line of a block; a list's later lines are indented, a quotation's marked."""
    later = mark if mark == "> " else " " * len(mark)
    lines = []
    for number, line in enumerate(text.split("\n")):
        first = mark if number == 0 else later
        filled = textwrap.fill(
            line,
            WIDTH,
            initial_indent=first,
            subsequent_indent=later,
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines.append(filled)
    return "\n".join(lines)


class _Acts(HTMLParser):
    """Finds the first link that a message asks to follow: `<p class="act"><a href=…>`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside = self.reading = False
        self.address = self.label = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.inside = self.inside or (tag == "p" and values.get("class") == "act")
        if tag == "a" and self.inside and not self.address:
            self.address, self.reading = values.get("href") or "", True

    def handle_endtag(self, tag: str) -> None:
        self.reading = self.reading and tag != "a"
        self.inside = self.inside and tag != "p"

    def handle_data(self, data: str) -> None:
        if self.reading:
            self.label += data


def first_act(html: str) -> dict[str, str]:
    """Return `address` and `label` of the first thing a message asks for, both empty without."""
    acts = _Acts()
    acts.feed(html)
    return {"address": acts.address, "label": " ".join(acts.label.split())}

"""Plain text files: the text as it is, its lines divided into headings, paragraphs and rows.

The rule: the text is not changed beyond its line ends and what cannot be seen. Lines that a mail program broke stay
broken, but their block is the whole paragraph, so that a sentence or a date over two lines is one.
"""

from __future__ import annotations

from tijdlijn.dossier.line_shapes import columns, heading_level, is_wrapped, runs_on
from tijdlijn.dossier.text_builder import TextBuilder, clean_lines
from tijdlijn.exchange.decoding import decoded
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem


def read_text(data: bytes, name: str) -> Document:
    """The document in a plain text file, in any usual encoding. Raises Problem when it is no text, or empty."""
    try:
        text = decoded(data)
    except UnicodeError:
        raise Problem(
            f"{name} is geen tekst, of beschadigd; er is niets overgenomen. Bewaar het opnieuw als tekst (UTF-8)."
        ) from None
    builder = TextBuilder(name, "txt")
    pages = text.rstrip("\x1a").removesuffix("\n").removesuffix("\r").split("\f")
    for page in pages:
        if len(pages) > 1:
            builder.page()
        add_plain(builder, page)
    return builder.finish()


def add_plain(builder: TextBuilder, text: str) -> None:
    """Adds plain text to a document, its empty lines kept: also the body of a mail."""
    lines = clean_lines(text)
    wrapped = is_wrapped(lines)
    table = at = 0
    while at < len(lines):
        if columns(lines, at):
            table = table or builder.new_table()
            builder.verbatim_row(lines[at], table)
            at += 1
            continue
        table = 0
        level = heading_level(lines, at)
        end = at + 1
        while wrapped and not level and end < len(lines) and runs_on(lines[end - 1], lines[end]):
            if heading_level(lines, end) == 1:
                break
            end += 1
        builder.verbatim(lines[at:end], BlockKind.HEADING if level else BlockKind.PARAGRAPH, level)
        at = end

"""PDF with text: pages to paragraphs, headings, table rows, and once what stands on every page.

The rule: a sentence that runs over a page is one sentence, and what was printed above or below every page stands
outside it. A page that is only a picture is said to be so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tijdlijn.dossier.formats import damaged
from tijdlijn.dossier.hyphens import joined, vocabulary
from tijdlijn.dossier.pdf_layout import Flow, Table, arranged
from tijdlijn.dossier.pdf_margins import take_margins
from tijdlijn.dossier.pdf_pieces import Composer
from tijdlijn.dossier.pdf_words import Page, Pdf, opened
from tijdlijn.dossier.text_builder import TextBuilder, clean_line
from tijdlijn.model.documents import BlockKind, Document
from tijdlijn.model.problems import Problem

MAX_PAGES = 2_000


def read_pdf(data: bytes, name: str) -> Document:
    """The document in a PDF. Raises Problem when it is damaged, has a password, is a scan, or has too many pages."""
    with opened(data, name) as pdf:
        if pdf.pages > MAX_PAGES:
            raise Problem(
                f"{name} heeft {pdf.pages} pagina's; meer dan {MAX_PAGES} leest dit programma niet. Verdeel het over "
                "meer bestanden."
            )
        read = [pdf.page(number) for number in range(pdf.pages)]
        if not any(read):
            raise damaged(name)
        pages = [page or Page() for page in read]
        notices = list(_notices(pdf, read, pages))
    if not any(page.words or page.remarks for page in pages):
        raise _without_text(name, pages)
    return _document(name, pages, notices)


def _document(name: str, pages: Sequence[Page], notices: Iterable[str]) -> Document:
    heads, feet = take_margins(pages)
    layouts = [arranged(page) for page in pages]
    composer = Composer(layouts)
    for head in heads:
        composer.aside(BlockKind.MARGIN, head)
    for number, (page, layout) in enumerate(zip(pages, layouts, strict=True)):
        composer.page(number, layout)
        for remark in page.remarks:
            composer.aside(BlockKind.NOTE, remark)
    for line in dict.fromkeys([*feet, *(text for page in pages for text in page.aside)]):
        composer.aside(BlockKind.MARGIN, line)
    builder = TextBuilder(name, "pdf")
    for notice in notices:
        builder.notice(notice)
    starts = _write(builder, composer, _words(layouts))
    return _paged(builder.finish(), starts, len(pages))


def _write(builder: TextBuilder, composer: Composer, words: frozenset[str]) -> dict[int, tuple[int, int]]:
    """Each piece as a block; gives for each page how many blocks stand before it, and how far into the next it is."""
    levels = composer.levels()
    tables: dict[int, int] = {}
    starts: dict[int, tuple[int, int]] = {}
    blocks = 0
    for piece in composer.pieces:
        for number, lines in piece.starts:
            starts[number] = blocks, len(clean_line(joined(piece.lines[:lines], words)))
        text = clean_line(joined(piece.lines or piece.cells, words))
        blocks += bool(text)
        if piece.kind is BlockKind.ROW:
            table = tables.get(piece.table) or tables.setdefault(piece.table, builder.new_table())
            builder.row(piece.cells, table)
        elif piece.kind is BlockKind.HEADING:
            builder.heading(text, levels[piece.size])
        else:
            writers = {BlockKind.NOTE: builder.note, BlockKind.MARGIN: builder.margin}
            writers.get(piece.kind, builder.paragraph)(text)
    return starts


def _paged(document: Document, starts: dict[int, tuple[int, int]], pages: int) -> Document:
    """The document with the offset of each page; a page without text begins where the next one does."""
    found: list[int] = []
    following = len(document.text)
    for number in range(pages - 1, -1, -1):
        if number in starts:
            block, inside = starts[number]
            begin = document.blocks[block].start if block < len(document.blocks) else len(document.text)
            following = min(begin + inside, following)
        found.append(following)
    return replace(document, pages=(0, *found[::-1][1:]))


def _words(layouts: Sequence[Sequence[Flow | Table]]) -> frozenset[str]:
    flows = (piece for layout in layouts for piece in layout if isinstance(piece, Flow))
    return vocabulary(line.text for flow in flows for line in flow.lines)


def _without_text(name: str, pages: Sequence[Page]) -> Problem:
    if any(page.pictures for page in pages):
        return Problem(
            f"{name} is een scan (plaatjes zonder tekst); er valt niets in te lezen. Maak er met een scanner- of "
            "PDF-programma eerst een doorzoekbare PDF van (OCR)."
        )
    return Problem(f"{name} bevat geen tekst; er is niets overgenomen.")


def _notices(pdf: Pdf, read: Sequence[Page | None], pages: Sequence[Page]) -> Iterable[str]:
    """What of it could not be read."""
    scanned = [number for number, page in enumerate(pages, start=1) if page.pictures and not page.words]
    lost = [number for number, page in enumerate(pages, start=1) if page.unreadable]
    broken = [number for number, page in enumerate(read, start=1) if page is None]
    if scanned:
        yield f"{_pages(scanned)} een scan zonder tekst en niet gelezen."
    if lost:
        yield f"{_pages(lost)} niet goed te lezen: het bestand zegt niet welke letters er staan."
    if broken:
        yield f"{_pages(broken)} beschadigd en niet gelezen."
    if pdf.attachments:
        yield f"In deze PDF zitten {pdf.attachments} bijlagen, die niet gelezen zijn; bewaar ze apart en lees ze dan."
    if pdf.has_forms_of_another_kind:
        yield "Dit is een formulier van een soort (XFA) waarvan niet alles gelezen kan zijn."


def _pages(numbers: Sequence[int]) -> str:
    """ "Pagina 3 is", "Pagina 3 en 4 zijn", "Pagina 1, 2 en 5 zijn"."""
    if len(numbers) == 1:
        return f"Pagina {numbers[0]} is"
    shown = [str(number) for number in numbers]
    if len(shown) > 12:
        return f"{len(shown)} pagina's (de eerste is {shown[0]}) zijn"
    return f"Pagina {', '.join(shown[:-1])} en {shown[-1]} zijn"

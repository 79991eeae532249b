"""What python-docx has no words for: fields, rules, repeated rows and words for who cannot see, as WordprocessingML."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def element(tag: str, **attributes: str) -> Any:
    """An element `w:tag` with attributes of the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def style_of(thing: Paragraph | Run, name: str) -> None:
    """Give one of many paragraphs or runs a style of ours. python-docx looks through all styles each time, which is
    four fifths of the work of a long table; the id of a style that was added is its name without spaces."""
    made: Any = thing._p if isinstance(thing, Paragraph) else thing._r
    made.style = name.replace(" ", "")


def add_field(paragraph: Paragraph, code: str) -> None:
    """A field that the office suite fills in, such as the number of the page."""
    for kind in ("begin", "", "separate", "text", "end"):
        run = paragraph.add_run()
        if kind == "text":
            run.text = "1"
        elif kind:
            run._r.append(element("fldChar", fldCharType=kind))
        else:
            words = element("instrText")
            words.set(qn("xml:space"), "preserve")
            words.text = f" {code} "
            run._r.append(words)


def repeat(row: _Row) -> None:
    """Have a row stand at the head of every page that its table goes on to."""
    row._tr.get_or_add_trPr().append(element("tblHeader", val="true"))
    keep_whole(row)


def keep_whole(row: _Row) -> None:
    """Never divide a row over pages where it fits one."""
    row._tr.get_or_add_trPr().insert(0, element("cantSplit", val="true"))


def rule(row: _Row, colour: str, eighths: int) -> None:
    """A line under a row, in eighths of a point."""
    for cell in row.cells:
        borders = element("tcBorders")
        borders.append(element("bottom", val="single", sz=str(eighths), space="0", color=colour))
        cell._tc.get_or_add_tcPr().append(borders)


def stand_flush(table: Table) -> None:
    """Have the text of the first column begin at the edge of the page's text, and the rules with it."""
    margins = element("tblCellMar")
    margins.append(element("left", w="0", type="dxa"))
    margins.append(element("right", w="120", type="dxa"))
    properties = table._tbl.tblPr
    looks = properties.find(qn("w:tblLook"))
    properties.insert(len(properties) if looks is None else properties.index(looks), margins)


def describe_table(table: Table, about: str) -> None:
    """What a table lists, for who cannot see it."""
    if about:
        table._tbl.tblPr.append(element("tblCaption", val=about))


def describe_picture(shape: InlineShape, name: str, about: str) -> None:
    """The words of a picture for who cannot see it."""
    properties = shape._inline.docPr
    properties.set("name", name)
    properties.set("descr", about)


def drop_preview(document: Document) -> None:
    """Take out the picture of an empty page that comes with the template."""
    relations = document.part.package.rels
    for id_ in [id_ for id_, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[id_]

"""How a Word document looks: real styles, so that who goes on writing in it can change them all at once.

The fonts are those that an office suite has; the shipped one is not on other computers.
"""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from tijdlijn.exchange.docx_parts import element

FONT = "Calibri"
LANGUAGE = "nl-NL"
INK, MUTED, ACCENT, VIOLET, RED = "1F2933", "52606D", "1D5FA8", "57408A", "B3261E"
BODY, SMALL = 10.0, 8.5

_PARAGRAPHS: tuple[tuple[str, str, float, str, bool, float, float, bool], ...] = (
    # name, based on, size, colour, bold, before, after, stays with the next
    ("Subtitle", "", 11.0, ACCENT, True, 0.0, 0.0, True),
    ("Title", "", 24.0, INK, True, 0.0, 8.0, True),
    ("Heading 1", "", 15.0, INK, True, 16.0, 3.0, True),
    ("Heading 2", "", 11.5, INK, True, 10.0, 1.0, True),
    ("Toelichting", "Normal", SMALL, MUTED, False, 0.0, 4.0, True),
    ("Vraag", "Normal", 9.0, MUTED, True, 5.0, 0.0, True),
    ("Antwoord", "Normal", BODY, INK, False, 0.0, 3.0, False),
    ("Gezin label", "Normal", 9.0, VIOLET, True, 6.0, 0.0, True),
    ("Gezin", "Normal", BODY, INK, False, 0.0, 6.0, False),
    ("Bevinding", "Normal", BODY, INK, False, 4.0, 3.0, False),
    ("Tabelkop", "Normal", SMALL, MUTED, True, 2.0, 2.0, True),
    ("Tabeltekst", "Normal", 9.5, INK, False, 2.0, 2.0, False),
    ("Tabelkop klein", "Tabelkop", 7.5, MUTED, True, 1.0, 1.0, True),
    ("Tabeltekst klein", "Tabeltekst", 8.0, INK, False, 1.0, 1.0, False),
    ("Tussenruimte", "Normal", 4.0, INK, False, 0.0, 0.0, False),
    ("Beeld", "Normal", BODY, INK, False, 0.0, 0.0, False),
    ("Header", "", SMALL, MUTED, False, 0.0, 0.0, False),
    ("Footer", "", SMALL, MUTED, False, 0.0, 0.0, False),
)
_CHARACTERS: tuple[tuple[str, float, str, bool], ...] = (
    ("Zacht", SMALL, MUTED, False),
    ("Zekerheid", SMALL, ACCENT, True),
    ("Gezin teken", 9.5, VIOLET, False),
    ("Vertrouwelijk", 9.0, RED, True),
)


def set_styles(document: Document) -> None:
    """Give a new document the styles of the program, and say that it is Dutch."""
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _look(normal, BODY, INK, False)
    normal.paragraph_format.space_after = Pt(4)
    for name, base, size, colour, bold, before, after, keeps in _PARAGRAPHS:
        style = _paragraph_style(document, name, base)
        _look(style, size, colour, bold)
        shape = style.paragraph_format
        shape.space_before, shape.space_after, shape.keep_with_next = Pt(before), Pt(after), keeps
        shape.widow_control = True
    for name, size, colour, bold in _CHARACTERS:
        made = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        assert isinstance(made, CharacterStyle)
        _look(made, size, colour, bold)
    for name in ("Gezin", "Gezin label"):
        _set_apart(_paragraph_style(document, name, "Normal"))
    _underline(_paragraph_style(document, "Title", ""))
    for name in ("Header", "Footer"):
        for tabs in document.styles[name].element.iter(qn("w:tabs")):
            tabs.getparent().remove(tabs)
    _speak_dutch(document)


def _paragraph_style(document: Document, name: str, base: str) -> ParagraphStyle:
    styles = document.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    if base:
        style.base_style = styles[base]
    return style


def _look(style: CharacterStyle, size: float, colour: str, bold: bool) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)


def _set_apart(style: ParagraphStyle) -> None:
    """A line along the left side and a ground: the family's own words."""
    properties = style.element.get_or_add_pPr()
    borders = element("pBdr")
    borders.append(element("left", val="single", sz="24", space="8", color="8D75C2"))
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    ground = element("shd", val="clear", color="auto", fill="F5F2FA")
    properties.insert_element_before(ground, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    style.paragraph_format.left_indent = Pt(10)


def _underline(style: ParagraphStyle) -> None:
    """A line under the title in the one accent colour."""
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders = element("pBdr")
    borders.append(element("bottom", val="single", sz="8", space="6", color=ACCENT))
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _speak_dutch(document: Document) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:eastAsia"), LANGUAGE)

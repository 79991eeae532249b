"""OpenDocument spreadsheets out: sheets of text cells, written in memory.

The rule is that of the Excel workbook: every cell is text and its column is formatted as text, so that nothing in it
can be run and nothing is turned into a date, now or when somebody types in it. White space is written as elements, as
OpenDocument folds the plain kind together.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from tijdlijn.exchange.workbook import NO_XML, Sheet

MIME = "application/vnd.oasis.opendocument.spreadsheet"
_MOMENT = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = " ".join(
    f'xmlns:{short}="{_NS}:{full}"'
    for short, full in (
        ("office", "office:1.0"),
        ("table", "table:1.0"),
        ("text", "text:1.0"),
        ("style", "style:1.0"),
        ("number", "datastyle:1.0"),
        ("fo", "xsl-fo-compatible:1.0"),
        ("config", "config:1.0"),
    )
)
_MANIFEST = (
    f'{_HEAD}<manifest:manifest xmlns:manifest="{_NS}:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIME}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{part}" manifest:media-type="text/xml"/>'
        for part in ("content.xml", "styles.xml", "settings.xml")
    )
    + "</manifest:manifest>"
)
_STYLES = (
    f'{_HEAD}<office:document-styles {_NAMES} office:version="1.3"><office:styles>'
    '<number:text-style style:name="als-tekst"><number:text-content/></number:text-style>'
    '<style:style style:name="Default" style:family="table-cell"/>'
    '<style:style style:name="tekst" style:family="table-cell" style:parent-style-name="Default" '
    'style:data-style-name="als-tekst"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>'
    '<style:style style:name="kop" style:family="table-cell" style:parent-style-name="tekst">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    "</office:styles></office:document-styles>"
)
_SPACES = re.compile(r" {2,}|^ | $|\t")
_MOST_SPACES = 100
_CENTIMETRES_PER_CHARACTER = 0.2


def opendocument_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as the bytes of an .ods file; the same sheets give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype", _MOMENT), MIME.encode("ascii"), zipfile.ZIP_STORED)
        for name, text in (
            ("content.xml", _content(sheets)),
            ("styles.xml", _STYLES),
            ("settings.xml", _settings(sheets)),
            ("META-INF/manifest.xml", _MANIFEST),
        ):
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _content(sheets: Sequence[Sheet]) -> str:
    widths = sorted({width for sheet in sheets for width in sheet.widths})
    columns = "".join(
        f'<style:style style:name="breed{width}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{width * _CENTIMETRES_PER_CHARACTER:.1f}cm"/></style:style>'
        for width in widths
    )
    return (
        f'{_HEAD}<office:document-content {_NAMES} office:version="1.3">'
        f"<office:automatic-styles>{columns}</office:automatic-styles><office:body><office:spreadsheet>"
        f"{''.join(map(_sheet, sheets))}</office:spreadsheet></office:body></office:document-content>"
    )


def _sheet(sheet: Sheet) -> str:
    columns = "".join(
        f'<table:table-column table:style-name="breed{width}" table:default-cell-style-name="tekst"/>'
        for width in sheet.widths
    )
    head = f"<table:table-header-rows>{_row(sheet.header, 'kop')}</table:table-header-rows>"
    rows = "".join(_row(cells, "tekst") for cells in sheet.rows)
    return f"<table:table table:name={quoteattr(sheet.name)}>{columns}{head}{rows}</table:table>"


def _row(cells: Sequence[str], style: str) -> str:
    return f"<table:table-row>{''.join(_cell(cell, style) for cell in cells)}</table:table-row>"


def _cell(text: str, style: str) -> str:
    if not text:
        return f'<table:table-cell table:style-name="{style}"/>'
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    told = "".join(f"<text:p>{_line(line)}</text:p>" for line in lines)
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{told}</table:table-cell>'


def _line(text: str) -> str:
    return _SPACES.sub(lambda found: "".join(_space(found[0])), escape(NO_XML.sub("", text)))


def _space(found: str) -> Iterator[str]:
    if found == "\t":
        yield "<text:tab/>"
        return
    for done in range(0, len(found), _MOST_SPACES):
        yield f'<text:s text:c="{min(len(found) - done, _MOST_SPACES)}"/>'


def _settings(sheets: Sequence[Sheet]) -> str:
    """The header of each sheet stays in sight."""
    item = '<config:config-item config:name="{0}" config:type="{1}">{2}</config:config-item>'
    frozen = "".join(
        item.format(*values)
        for values in (
            ("VerticalSplitMode", "short", 2),
            ("VerticalSplitPosition", "int", 1),
            ("PositionBottom", "int", 1),
        )
    )
    views = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(sheet.name)}>{frozen}</config:config-item-map-entry>"
        for sheet in sheets
    )
    return (
        f'{_HEAD}<office:document-settings {_NAMES} office:version="1.3"><office:settings>'
        '<config:config-item-set xmlns:ooo="http://openoffice.org/2004/office" config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f'<config:config-item-map-named config:name="Tables">{views}</config:config-item-map-named>'
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
        "</office:settings></office:document-settings>"
    )

"""Word documents for tests, with a date in every place that text can hide in."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inner: str, style: str = "") -> str:
    """A paragraph; what is no markup is a run of text."""
    said = "".join(part if part.startswith("<") else run(part) for part in inner)
    return f"<w:p><w:pPr>{f'<w:pStyle w:val={chr(34)}{style}{chr(34)}/>' if style else ''}</w:pPr>{said}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is a text, or markup of what stands in it."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def cell(inner: str) -> str:
    """A cell of a table; markup of a whole cell stays as it is."""
    if inner.startswith("<w:tc>"):
        return inner
    return f"<w:tc><w:tcPr/>{inner if inner.startswith('<') else paragraph(inner)}</w:tc>"


def docx(body: str, parts: dict[str, str] | None = None, styles: str = "") -> bytes:
    """A Word document with this body. `parts` are other parts by the type of their relation (`header1`)."""
    parts = parts or {}
    files = {name: name if "." in name else f"{name}.xml" for name in parts}
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{R}/{name.partition(".")[0].rstrip("0123456789")}" Target="{file}"/>'
        for name, file in files.items()
    )
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{_HEAD}<w:document {_WORD_SPACES}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"{_HEAD}<w:styles {_WORD_SPACES}>{styles or STYLES}</w:styles>",
        "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{relations}<Relationship Id="rst" '
        f'Type="{R}/styles" Target="styles.xml"/></Relationships>',
    }
    for name, content in parts.items():
        made[f"word/{files[name]}"] = content
    return zipped(made)


def word_part(root: str, inner: str) -> str:
    """A part of a Word document with this root element."""
    return f"{_HEAD}<w:{root} {_WORD_SPACES}>{inner}</w:{root}>"


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen kop"/><w:basedOn w:val="Kop1"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="K3"><w:name w:val="Kop 3"/></w:style>'
)

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ "d MMMM" 31-12-1999</w:instrText></w:r>'
    '<w:r><w:t>30-12-1999</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp>'
    "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)

WORD_PLACES = {
    "alinea": "1 mei 2001",
    "opgeknipt over vier stukken": "2 mei 2001",
    "ingevoegd met wijzigingen bijhouden": "3 mei 2001",
    "verplaatst naar": "4 mei 2001",
    "tekstvak": "5 mei 2001",
    "oud tekstvak": "6 mei 2001",
    "inhoudsbesturing in de regel": "7 mei 2001",
    "inhoudsbesturing om een alinea": "8 mei 2001",
    "datumkiezer": "9 mei 2001",
    "keuzelijst": "10 mei 2001",
    "koptekst": "11 mei 2001",
    "voettekst": "12 mei 2001",
    "voetnoot": "13 mei 2001",
    "eindnoot": "14 mei 2001",
    "opmerking": "15 mei 2001",
    "tabel": "16 mei 2001",
    "tabel in een tabel": "17 mei 2001",
    "uitkomst van een veld": "18 mei 2001",
    "eenvoudig veld": "19 mei 2001",
    "koppeling": "20 mei 2001",
    "slimme tag": "21 mei 2001",
    "kop": "22 mei 2001",
    "verborgen": "23 mei 2001",
    "formule": "24 mei 2001",
    "ingevoegde rij": "25 mei 2001",
    "tekstvak in een cel": "26 mei 2001",
    "oud keuzeveld": "27 mei 2001",
    "tekstvak in een koptekst": "28 mei 2001",
    "inhoudsbesturing om een rij": "29 mei 2001",
    "inhoudsbesturing om een cel": "30 mei 2001",
    "ingesloten webpagina": "31 mei 2001",
    "diagram": "1 juni 2001",
    "opmerking die nergens bij staat": "2 juni 2001",
    "eigen element": "3 juni 2001",
    "tweede koptekst": "4 juni 2001",
    "voetnoot in een tabel": "5 juni 2001",
    "tekstvak in een tekstvak": "6 juni 2001",
    "woordkunst": "7 juni 2001",
    "tabel in een voetnoot": "9 juni 2001",
    "veld zonder einde": "10 juni 2001",
}
WORD_DELETED = ("1 mei 1990", "2 mei 1990", "3 mei 1990", "4 mei 1990", "31-12-1999", "30-12-1999")


def rich_docx() -> bytes:
    """A Word document with a date in every place of WORD_PLACES; those of WORD_DELETED are not shown by Word."""
    at = WORD_PLACES
    return docx(_rich_body(at), _rich_parts(at))


def _rich_body(at: dict[str, str]) -> str:
    split = at["opgeknipt over vier stukken"]
    sdt = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    chosen = at["keuzelijst"]
    inner_box = BOX.format(paragraph(at["tekstvak in een tekstvak"]))
    lines = [
        paragraph(f"Verslag van {at['kop']}", style="Kop1"),
        paragraph(f"Gesprek op {at['alinea']} thuis."),
        paragraph(*(run(split[i : i + 3]) for i in range(0, len(split), 3))),
        paragraph(
            f'<w:ins w:id="1" w:author="x">{run(at["ingevoegd met wijzigingen bijhouden"])}</w:ins>',
            '<w:del w:id="2"><w:r><w:delText>1 mei 1990</w:delText></w:r></w:del>',
            f'<w:moveFrom w:id="3">{run("2 mei 1990")}</w:moveFrom>',
            f'<w:moveTo w:id="4">{run(" en " + at["verplaatst naar"])}</w:moveTo>',
        ),
        paragraph("Met vak.", BOX.format(paragraph(at["tekstvak"]) + paragraph(inner_box))),
        paragraph(
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(at['oud tekstvak'])}</w:txbxContent>"
            "</v:textbox></v:shape></w:pict></w:r>"
        ),
        paragraph("Op ", sdt.format("", run(at["inhoudsbesturing in de regel"])), " gezien."),
        sdt.format("", paragraph(at["inhoudsbesturing om een alinea"])),
        paragraph(sdt.format('<w:date w:fullDate="2001-05-09T00:00:00Z"/>', run(at["datumkiezer"]))),
        paragraph(sdt.format(f'<w:dropDownList><w:listItem w:displayText="{chosen}"/></w:dropDownList>', run(chosen))),
        paragraph("Met voetnoot.", '<w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="3"/></w:r>'),
        paragraph("Met opmerking.", '<w:r><w:commentReference w:id="0"/></w:r>'),
        paragraph(FIELD.format(run(at["uitkomst van een veld"]))),
        paragraph(f'<w:fldSimple w:instr="DATE">{run(at["eenvoudig veld"])}</w:fldSimple>'),
        paragraph(f'<w:hyperlink r:id="x">{run(at["koppeling"])}</w:hyperlink>'),
        paragraph(f'<w:smartTag w:element="date"><w:customXml>{run(at["slimme tag"])}</w:customXml></w:smartTag>'),
        paragraph(run(at["verborgen"], "<w:vanish/>")),
        paragraph(f"<m:oMath><m:r><m:t>{at['formule']}</m:t></m:r></m:oMath>"),
        paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="nee"/>'
            f'<w:listEntry w:val="{at["oud keuzeveld"]}"/></w:ddList></w:ffData></w:fldChar></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        _rich_tables(at),
        '<w:altChunk r:id="raFChunk1.html"/>',
        paragraph(
            '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="rdiagramData1"/></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing></w:r>"
        ),
        paragraph(f'<w:onbekend xmlns:e="urn:e"><e:iets>{run(at["eigen element"])}</e:iets></w:onbekend>'),
        paragraph(f'<w:r><w:pict><v:shape><v:textpath string="{at["woordkunst"]}"/></v:shape></w:pict></w:r>'),
        paragraph('<w:r><w:t>Datum:</w:t><w:tab/><w:t>later</w:t><w:br/><w:t>nieuwe regel</w:t></w:r>'),
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'),
        paragraph(at["veld zonder einde"]),
    ]  # fmt: skip
    return "".join(lines)


def _rich_tables(at: dict[str, str]) -> str:
    row = f"<w:tr><w:trPr><w:ins w:id='7'/></w:trPr>{cell(at['ingevoegde rij'])}{cell('nieuw')}</w:tr>"
    deleted = f"<w:tr><w:trPr><w:del w:id='8'/></w:trPr>{cell('3 mei 1990')}{cell('oud')}</w:tr>"
    sdt = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    wrapped = sdt.format(f"<w:tr>{cell(at['inhoudsbesturing om een rij'])}{cell('x')}</w:tr>")
    wrapped_cell = f"<w:tr>{sdt.format(cell(at['inhoudsbesturing om een cel']))}{cell('y')}</w:tr>"
    box = paragraph("vak", BOX.format(paragraph(at["tekstvak in een cel"])))
    noted = paragraph("noot", '<w:r><w:footnoteReference w:id="4"/></w:r>')
    first = table((at["tabel"], "gesprek"), (box, noted)).removesuffix("</w:tbl>")
    first += row + deleted + wrapped + wrapped_cell + "</w:tbl>"
    return first + table(("links", table((at["tabel in een tabel"], "binnen")) + paragraph("na")))


def _rich_parts(at: dict[str, str]) -> dict[str, str]:
    box = paragraph(BOX.format(paragraph(at["tekstvak in een koptekst"])))
    note_table = table((at["tabel in een voetnoot"], "x"))
    return {
        "header1": word_part("hdr", paragraph(at["koptekst"]) + box),
        "header2": word_part("hdr", paragraph(at["koptekst"]) + paragraph(at["tweede koptekst"])),
        "footer1": word_part("ftr", paragraph(at["voettekst"])),
        "footnotes": word_part(
            "footnotes",
            '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            f'<w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>", at["voetnoot"])}{note_table}</w:footnote>'
            f'<w:footnote w:id="4">{paragraph(at["voetnoot in een tabel"])}</w:footnote>',
        ),
        "endnotes": word_part("endnotes", f'<w:endnote w:id="3">{paragraph(at["eindnoot"])}</w:endnote>'),
        "comments": word_part(
            "comments",
            f'<w:comment w:id="0" w:author="A" w:date="1990-05-04T00:00:00Z">{paragraph(at["opmerking"])}</w:comment>'
            f'<w:comment w:id="9">{paragraph(at["opmerking die nergens bij staat"])}</w:comment>',
        ),
        "aFChunk1.html": f"<html><body><p>{at['ingesloten webpagina']}</p></body></html>",
        "diagramData1": '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r>'
        f"<a:t>{at['diagram']}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>",
    }

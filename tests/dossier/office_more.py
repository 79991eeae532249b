"""OpenDocument texts, rich text and web pages for tests, with a date in every place that text can hide in."""

from __future__ import annotations

from tests.dossier.office_word import zipped

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODT_SPACES = (
    f'xmlns:office="{_ODF}office:1.0" xmlns:text="{_ODF}text:1.0" xmlns:table="{_ODF}table:1.0" '
    f'xmlns:draw="{_ODF}drawing:1.0" xmlns:style="{_ODF}style:1.0" xmlns:fo="{_ODF}xsl-fo-compatible:1.0" '
    f'xmlns:form="{_ODF}form:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def odt(body: str, margins: str = "", styles: str = "") -> bytes:
    """An OpenDocument text with this body; `margins` stand on its master page, `styles` are those of the text."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{_HEAD}<office:document-content {_ODT_SPACES}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"{_HEAD}<office:document-styles {_ODT_SPACES}><office:master-styles><style:master-page>"
            f"{margins}</style:master-page></office:master-styles></office:document-styles>",
            "META-INF/manifest.xml": f'{_HEAD}<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0"/>',
        }
    )


ODT_PLACES = {
    "alinea": "1 juli 2001",
    "opgeknipt": "2 juli 2001",
    "ingevoegd": "3 juli 2001",
    "tekstvak": "4 juli 2001",
    "vorm": "5 juli 2001",
    "koptekst": "6 juli 2001",
    "voettekst": "7 juli 2001",
    "koptekst van de eerste bladzijde": "8 juli 2001",
    "voetnoot": "9 juli 2001",
    "eindnoot": "10 juli 2001",
    "opmerking": "11 juli 2001",
    "tabel": "12 juli 2001",
    "kop van een tabel": "13 juli 2001",
    "tabel in een tabel": "14 juli 2001",
    "veld": "15 juli 2001",
    "koppeling": "16 juli 2001",
    "sectie": "17 juli 2001",
    "verborgen sectie": "18 juli 2001",
    "verborgen tekst": "19 juli 2001",
    "lijst": "20 juli 2001",
    "lijst in een lijst": "21 juli 2001",
    "formulier": "22 juli 2001",
    "kop": "23 juli 2001",
    "kader in een alinea": "24 juli 2001",
    "meta": "25 juli 2001",
    "inhoudsopgave": "26 juli 2001",
    "spatie van opendocument": "27 juli 2001",
    "opmerking om een stuk": "28 juli 2001",
    "lijst in een cel": "29 juli 2001",
}
ODT_DELETED = ("1 mei 1990", "2 mei 1990")


def rich_odt() -> bytes:
    """An OpenDocument text with a date in every place of ODT_PLACES; those of ODT_DELETED are not shown."""
    at = ODT_PLACES

    def p(inner: str) -> str:
        return f"<text:p>{inner}</text:p>"

    def td(inner: str) -> str:
        return f"<table:table-cell>{inner}</table:table-cell>"

    inner_row = td(p(at["tabel in een tabel"])) + td(p("y"))
    inner_table = f"<table:table><table:table-row>{inner_row}</table:table-row></table:table>"
    note = "x<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>"
    remark = "<dc:creator>A</dc:creator><dc:date>2 mei 1990</dc:date>"
    body = [
        f'<office:forms><form:form><form:text form:current-value="{at["formulier"]}"/></form:form></office:forms>',
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:date>1990</dc:date>"
        f"</office:change-info>{p('1 mei 1990')}</text:deletion></text:changed-region></text:tracked-changes>",
        f'<text:h text:outline-level="2">{at["kop"]}</text:h>',
        p(f"Op {at['alinea']} gezien."),
        p("<text:span>2</text:span> <text:span>ju</text:span>li<text:span> 2001</text:span>"),
        p(f"<text:change-start/>{at['ingevoegd']}<text:change-end/>"),
        f"<draw:frame><draw:text-box>{p(at['tekstvak'])}</draw:text-box></draw:frame>",
        p(f"voor <draw:frame><draw:text-box>{p(at['kader in een alinea'])}</draw:text-box></draw:frame> na"),
        p(f"<draw:custom-shape>{p(at['vorm'])}</draw:custom-shape>"),
        p(note.format(p(at["voetnoot"]))) + p(note.format(p(at["eindnoot"]))),
        p(f"x<office:annotation>{remark}{p(at['opmerking'])}</office:annotation>"),
        p(f"<office:annotation>{p(at['opmerking om een stuk'])}</office:annotation>stuk<office:annotation-end/>"),
        "<table:table><table:table-header-rows><table:table-row>" + td(p(at["kop van een tabel"])) + td(p("Wat"))
        + "</table:table-row></table:table-header-rows><table:table-row>" + td(p(at["tabel"]))
        + td(f"<text:list><text:list-item>{p(at['lijst in een cel'])}</text:list-item></text:list>")
        + "</table:table-row>"
        + "<table:table-row>" + td(inner_table) + td(p("z")) + "</table:table-row></table:table>",
        p(f"<text:date>{at['veld']}</text:date> <text:a xlink:href='x'>{at['koppeling']}</text:a>"),
        f"<text:section>{p(at['sectie'])}</text:section>",
        f'<text:section text:display="none">{p(at["verborgen sectie"])}</text:section>',
        p(f'<text:hidden-text text:string-value="{at["verborgen tekst"]}"/>'),
        f"<text:list><text:list-item>{p(at['lijst'])}<text:list><text:list-item>{p(at['lijst in een lijst'])}"
        "</text:list-item></text:list></text:list-item></text:list>",
        p(f"<text:meta><text:meta-field>{at['meta']}</text:meta-field></text:meta>"),
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>2 mei 1990"
        f"</text:index-title-template></text:table-of-content-source><text:index-body>{p(at['inhoudsopgave'])}"
        "</text:index-body></text:table-of-content>",
        p("27<text:s/>juli<text:s text:c='1'/>2001"),
    ]  # fmt: skip
    margins = (
        f"<style:header>{p(at['koptekst'])}</style:header><style:footer>{p(at['voettekst'])}</style:footer>"
        f"<style:header-first>{p(at['koptekst'])}{p(at['koptekst van de eerste bladzijde'])}</style:header-first>"
    )
    return odt("".join(body), margins)


RTF_PLACES = {
    "alinea": "1 sept 2001",
    "ingevoegd": "2 sept 2001",
    "voetnoot": "3 sept 2001",
    "eindnoot": "4 sept 2001",
    "opmerking": "5 sept 2001",
    "koptekst": "6 sept 2001",
    "voettekst": "7 sept 2001",
    "tekstvak": "8 sept 2001",
    "oud tekstvak": "9 sept 2001",
    "tabel": "10 sept 2001",
    "tabel in een tabel": "11 sept 2001",
    "uitkomst van een veld": "12 sept 2001",
    "verborgen": "13 sept 2001",
    "onbekende groep": "14 sept 2001",
    "voetnoot in een tabel": "15 sept 2001",
    "rij zonder merk": "16 sept 2001",
    "uitkomst van een object": "17 sept 2001",
    "in unicode": "18 sept 2001",
    "met code": "19 sept 2001",
    "koptekst van de eerste bladzijde": "20 sept 2001",
    "na binaire gegevens": "21 sept 2001",
    "vet": "22 sept 2001",
    "na een lijstnummer": "23 sept 2001",
}
RTF_DELETED = ("1 mei 1990", "2 mei 1990", "3 mei 1990", "4 mei 1990")


def rich_rtf() -> bytes:
    """Rich text with a date in every place of RTF_PLACES; those of RTF_DELETED are not shown."""
    at = RTF_PLACES
    in_unicode = "".join(f"\\u{ord(char)}?" for char in at["in unicode"])
    in_codes = "".join(f"\\'{ord(char):02x}" for char in at["met code"])
    parts = [
        r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fcharset0 Arial;}}{\info{\title 2 mei 1990}}",
        rf"{{\header {at['koptekst']}\par}}{{\headerf {at['koptekst van de eerste bladzijde']}\par}}",
        rf"{{\footer\pard {at['voettekst']}\par}}",
        rf"\pard Op {at['alinea']} gezien.\par {{\revised\revauth1 {at['ingevoegd']}}}{{\deleted 1 mei 1990}}\par",
        rf" x{{\footnote\pard {at['voetnoot']}\par}}{{\footnote\ftnalt {at['eindnoot']}}} y\par",
        rf" z{{\*\atnid A}}{{\*\atnauthor B}}\chatn{{\*\annotation{{\*\atndate 4 mei 1990}}{at['opmerking']}}}\par",
        rf" vak{{\shp{{\*\shpinst{{\sp{{\sn a}}{{\sv 3 mei 1990}}}}{{\shptxt {at['tekstvak']}\par}}}}",
        r"{\shprslt 3 mei 1990}}\par",
        rf" vak{{\*\do\dobxpage{{\dptxbxtext {at['oud tekstvak']}\par}}}}\par",
        rf"\trowd\cellx1\cellx2\pard\intbl {at['tabel']}\cell noot{{\footnote {at['voetnoot in een tabel']}}}\cell\row",
        rf"\trowd\cellx1\pard\intbl a\cell\pard\intbl\itap2 {at['tabel in een tabel']}\nestcell b\nestcell"
        r"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\itap1 c\cell\row\pard",
        rf"\par\trowd\cellx1\cellx2 {at['rij zonder merk']}\cell d\cell\row\pard\par",
        rf" {{\field{{\*\fldinst DATE 4 mei 1990}}{{\fldrslt {at['uitkomst van een veld']}}}}}",
        rf" {{\v {at['verborgen']}}}\par",
        rf" {{\onbekend {at['onbekende groep']}}}{{\*\zeker 4 mei 1990}} {{\b {at['vet']}}}\par",
        rf" {{\object{{\*\objdata 00ff}}{{\result {at['uitkomst van een object']}}}}}\par",
        rf" {in_unicode}\par {in_codes}\par",
        r" {\pict\bin5 {}{}\ \par 00ff}" + at["na binaire gegevens"] + r"\par",
        rf"{{\listtext\pard 4 mei 1990\tab}}{at['na een lijstnummer']}\par}}",
    ]  # fmt: skip
    return "\n".join(parts).encode("ascii")


HTML_PLACES = {
    "alinea": "1 nov 2001",
    "kop": "2 nov 2001",
    "lijst": "3 nov 2001",
    "tabel": "4 nov 2001",
    "tabel in een tabel": "5 nov 2001",
    "koppeling": "6 nov 2001",
    "verborgen": "7 nov 2001",
    "invulveld": "8 nov 2001",
    "tekstveld": "9 nov 2001",
    "vaste opmaak": "10 nov 2001",
    "los in de pagina": "11 nov 2001",
    "entiteit": "12 nov 2001",
    "ingevoegd": "13 nov 2001",
    "citaat": "14 nov 2001",
    "zonder einde": "15 nov 2001",
    "omschrijving": "16 nov 2001",
    "keuze": "17 nov 2001",
    "na een afbeelding": "18 nov 2001",
}
HTML_DELETED = ("1 mei 1990", "2 mei 1990", "3 mei 1990")


def rich_html() -> bytes:
    """A web page with a date in every place of HTML_PLACES; those of HTML_DELETED are not shown."""
    at = HTML_PLACES
    lines = [
        "<!DOCTYPE html><html><head><title>1 mei 1990</title><style>p { content: '2 mei 1990' }</style></head><body>",
        f"<script>var day = '2 mei 1990 <p>'</script>{at['los in de pagina']}<h2>Bezoek {at['kop']}</h2>",
        f"<p>Op <b>{at['alinea']}</b>\n gezien.<br>Tweede regel</p><ul><li>{at['lijst']}<li>twee</ul>",
        f"<table><tr><th>Datum<th>Wat<tr><td>{at['tabel']}<td>a<tr><td>b</td><td><table><tr><td>"
        f"{at['tabel in een tabel']}</td><td>c</td></tr></table></td></tr></table>",
        f"<a href='x'>{at['koppeling']}</a><div style='display:none'>{at['verborgen']}</div>",
        f"<input type='text' value='{at['invulveld']}'><textarea>{at['tekstveld']}</textarea>",
        f"<pre>  {at['vaste opmaak']}\n  tweede</pre><p>12&nbsp;nov&#32;2001 &lt;jeugdige&gt;</p>",
        f"<ins>{at['ingevoegd']}</ins><del>3 mei 1990</del><blockquote>{at['citaat']}</blockquote>",
        f"<dl><dt>Datum<dd>{at['omschrijving']}</dl><select><option>{at['keuze']}</select>",
        f"<img src='http://example.invalid/x.png' alt=''>{at['na een afbeelding']}<p>{at['zonder einde']}",
    ]
    return "\n".join(lines).encode()

"""A report can be listened to: headings, tables and lists in the order of the pages, and the picture in words."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from tests.analysis.terpstra import terpstra
from tests.builders import case, entry
from tests.meetings import met
from tests.render_pdf.looking import pages_text, reader
from tests.render_pdf.tree import Node, furniture, tree
from tests.report.test_build import linked_pages, pdf, small
from tests.report.test_session_pdf import pdf as session_report


def headings(of: Node) -> list[tuple[str, str]]:
    return [(node.role, node.whole) for node in of.all() if node.role in ("H1", "H2", "H3")]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_headings_go_down_one_step_at_a_time_in_the_order_of_the_pages() -> None:
    for data in (pdf(small()), pdf(terpstra()), session_report(met())):
        found = headings(tree(data))
        assert found[0][0] == "H1"
        steps = [int(role[1]) for role, _ in found]
        assert all(after <= before + 1 for before, after in pairwise(steps))
    told = [words for _, words in headings(tree(pdf(small())))]
    assert told[:3] == ["Gezin Proef", "Chronologie", "2018 Noor 7–8, groep 4–5"]


def test_the_overview_is_one_figure_that_says_in_words_what_it_shows() -> None:
    figure = tree(pdf(small())).of("Figure")[0]
    assert figure.words.startswith("Tijdlijn van Noor, van 2018 tot en met 2019: 4 regels, 1 schakelmoment.")
    assert "Vraag om hulp" in figure.text


def test_the_words_of_a_picture_tell_only_what_it_shows() -> None:
    of = small()
    one = frozenset({of.timeline[0].id})
    for data in (pdf(of, only=one), pdf(of, period=(date(2018, 1, 1), date(2018, 3, 1)))):
        words = tree(data).of("Figure")[0].words
        assert "in 2018" in words
        assert "4 regels" not in words


def test_the_chronology_is_one_table_in_which_every_row_has_all_columns() -> None:
    data = pdf(terpstra())
    for table in tree(data).of("Table"):
        columns = {sum(cell.columns for cell in row.kids) for row in table.of("TR")}
        assert len(columns) == 1
        assert {cell.role for cell in table.kids[0].kids} == {"TH"}
    rows = next(table for table in tree(data).of("Table") if "Datum" in table.kids[0].whole).of("TR")
    entries = [row for row in rows if len(row.kids) > 1][1:]
    assert len(entries) == len([one for one in terpstra().timeline if not one.scenario])


def test_a_row_over_pages_is_one_row() -> None:
    of = case(entry("actie", "2019-01-01", "Lang", details="woord " * 4000))
    data = pdf(of, parts=("chronology",))
    assert len(pages_text(data)) > 3
    (table,) = tree(data).of("Table")
    assert table.whole.count("woord") == 4000
    assert [len(row.kids) for row in table.of("TR")] == [6, 1, 6]
    assert "vervolg" in " ".join(furniture(data))


def test_all_text_but_what_stands_on_every_page_or_again_is_in_the_tree() -> None:
    of = small()
    data = pdf(of)
    heads = {"Datum", "Soort", "Wat", "Wie", "Partijen", "Bron", "Naam", "Rol", "Geboren", "Regels", "Sector"}
    page_words = {"VERTROUWELIJK", "Gezin Proef", "Chronologie", "Bevindingen", "Gezin en partijen", "Verantwoording"}
    rest = {text for text in furniture(data) if text not in heads | page_words}
    assert all("casus 2019-03" in text or "bladzijde" in text or "vervolg" in text for text in rest), rest
    session = [text for text in furniture(session_report(met())) if len(text) > 30]
    assert all("casus" in text or "vervolg" in text or "14 november 2023" in text for text in session), session


def test_what_is_heard_is_what_is_read_in_the_same_order() -> None:
    data = pdf(small(), parts=("chronology", "findings"))
    heard = squeezed(tree(data).whole)
    at = -1
    for words in ("Chronologie", "2018", "Vraagomhulp", "Gezinsbegeleiding", "2019", "Verhuisd", "Bevindingen"):
        at = heard.find(words, at + 1)
        assert at >= 0, words


def test_entries_behind_a_finding_are_a_list_of_links() -> None:
    items = tree(pdf(small())).of("LI")
    assert items
    assert all(item.of("Link")[0].links == 1 for item in items)


def test_every_link_is_in_the_tree_and_says_where_to() -> None:
    data = pdf(terpstra())
    annotations = [link.get_object() for page in reader(data).pages for link in page.get("/Annots", [])]
    links = tree(data).of("Link")
    assert len(links) == sum(link.links for link in links) == len(annotations)
    assert all(annotation["/Contents"].strip() for annotation in annotations)


def test_every_row_of_a_crowded_dossier_leads_to_the_overview_and_bundles_and_bands_to_the_chronology() -> None:
    data, of = pdf(terpstra(), paper="A4", parts=("overview", "chronology")), terpstra()
    pages = len(pages_text(data))
    overview = [link.get_object()["/Contents"] for link in reader(data).pages[0]["/Annots"]]
    assert any("geen hulp" in words for words in overview)
    assert any("snelkookpan" in words.lower() for words in overview)
    back = [page for number in range(1, pages) for page in linked_pages(data, number)]
    assert back == [0] * len([one for one in of.timeline if not one.scenario])


def test_without_a_chronology_findings_lead_to_the_overview() -> None:
    data = pdf(small(), parts=("overview", "findings"))
    assert set(linked_pages(data, 1)) == {0}


def test_a_long_answer_stays_one_paragraph_with_its_words_apart() -> None:
    found = tree(session_report(met()))
    answers = [node.whole for node in found.of("P")]
    assert all("  " not in answer for answer in answers)
    assert any(len(answer) > 20 for answer in answers)

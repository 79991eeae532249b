"""What the commands say of an import and of an analysis, as lines of Dutch text."""

from __future__ import annotations

from collections.abc import Iterator

from tijdlijn.analysis.certainty import Status
from tijdlijn.analysis.findings import Analysis
from tijdlijn.analysis.telling_marks import mark_words
from tijdlijn.exchange.refusals import refused_rows
from tijdlijn.language.dates_nl import write_day
from tijdlijn.model.casebook import Case
from tijdlijn.services.importing import ImportPlan

_HEADINGS = {
    Status.ZEKER: "Zeker (hoe de onzekere datums ook vallen)",
    Status.MOGELIJK: "Mogelijk (als de onzekere datums zo vallen)",
}


def import_lines(plan: ImportPlan) -> Iterator[str]:
    """Per table how many rows were taken, then every row that was not, then what else to know."""
    for tally in plan.tallies:
        rows = refused_rows(tally.refusals)
        told = [f"{_rows(tally.taken)} overgenomen"]
        told += [f"{tally.changed} gewijzigd"] if tally.changed else []
        told += [f"{tally.present} al aanwezig"] if tally.present else []
        told += [f"{rows} geweigerd"] if rows else []
        yield f"{tally.table.name}: {', '.join(told)}."
    for refusal in plan.refused:
        yield f"Geweigerd: {refusal.sentence}"
    for notice in plan.notices:
        yield f"Let op: {notice}"
    if plan.missing:
        lost = _rows(len(plan.missing))
        yield f"Let op: {lost} van de casus niet meer in de tabel; er is niets verwijderd. Dat kan in het venster."


def finding_lines(case: Case, analysis: Analysis) -> Iterator[str]:
    """The findings, what is sure first; each of their rules once; then which entries could not take part."""
    yield f"{analysis.title}, {_rows(analysis.entry_count)}, peildatum {write_day(analysis.reference_day)}"
    if not analysis.findings:
        yield from ("", "Er zijn geen bevindingen.")
    for status, heading in _HEADINGS.items():
        found = [finding for finding in analysis.relevant if finding.status is status]
        if found:
            yield from ("", heading)
        for finding in found:
            yield f"- {finding.sentence}"
            yield from ([f"  {finding.detail}"] if finding.detail else [])
    if analysis.set_aside:
        yield from ("", "Niet relevant genoemd")
    for finding in analysis.set_aside:
        yield f"- {finding.sentence}"
        yield f"  {mark_words(analysis.marks.of[finding.id])}"
    if analysis.findings:
        yield from ("", "Hoe dit gevonden is")
    yield from (f"- {rule}" for rule in dict.fromkeys(finding.rule for finding in analysis.findings))
    if analysis.undated:
        yield from ("", f"Zonder datum, en daarom niet meegerekend: {_rows(len(analysis.undated))}")
        for id_ in analysis.undated:
            entry = case.entries_by_id[id_]
            yield f"- {entry.title or entry.kind.label}"


def _rows(count: int) -> str:
    return f"{count} {'regel' if count == 1 else 'regels'}"

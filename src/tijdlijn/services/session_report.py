"""The report of a session as one file: PDF, a Word document, or what was agreed for an agenda.

The rule: made in memory, written at once, in the log before that (`outgoing`), and until then it can be
stopped. Whether it gets pseudonyms is for
`consent` to say. What is heavy to import is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from tijdlijn.language.dates_nl import write_day
from tijdlijn.layout.sheet import MASKED
from tijdlijn.model.casebook import Case
from tijdlijn.model.problems import Problem
from tijdlijn.model.progress import WORKING, WRITING, Progress, unwatched
from tijdlijn.model.sessions import AgreedAction, Session
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.consent import gets_pseudonyms
from tijdlijn.services.files import name_for
from tijdlijn.services.outgoing import leaving
from tijdlijn.services.session_names import masked
from tijdlijn.services.sessions import GONE, agreed_in, carried_over
from tijdlijn.services.since import Since, since_session_before
from tijdlijn.storage.audit import Event

NOTHING_DUE = (
    "Er is geen afspraak die nog open staat en een dag heeft; er is niets geschreven. Geef een afspraak een dag."
)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a report leaves the program: the paper of its timeline, whether names are replaced by pseudonyms, and the
    password that closes it when it is a PDF; empty for none."""

    paper: str = "A3"
    pseudonyms: bool = False
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a report is made of, with pseudonyms or without, and who is told how far it is."""

    case: Case
    session: Session
    since: Since | None
    options: ReportOptions
    progress: Progress


def to_be_done(case: Case, session: Session) -> tuple[AgreedAction, ...]:
    """What goes in an agenda: agreed in this session or carried over to it, with a day, and not over."""
    found = (*agreed_in(case, session), *carried_over(case, session))
    return tuple(action for action in found if action.due and not action.state.is_over)


def report_name(case: Case, session: Session, ending: str) -> str:
    """A name for the file, without its ending: what it is, the code of the case, and the day."""
    what = "afspraken" if ending == ".ics" else "verslag"
    return name_for(what, case.code, session.date.isoformat() if session.date else "")


def report_bytes(
    book: OpenCasebook,
    case_id: str,
    session_id: str,
    ending: str,
    options: ReportOptions = ReportOptions(),
    progress: Progress = unwatched,
) -> bytes:
    """The report as the bytes of a file with this ending (`.pdf`, `.docx` or `.ics`). Raises Problem.

    What `progress` raises stops the work.
    """
    make = _MAKERS.get(ending.lower())
    if make is None:
        raise Problem(_unknown(ending))
    case = book.case(case_id)
    session = case.sessions_by_id.get(session_id)
    if session is None:
        raise Problem(GONE)
    progress(*WORKING)
    options = replace(options, pseudonyms=gets_pseudonyms(case, options.pseudonyms, session))
    since = since_session_before(book, case_id, session_id)
    if options.pseudonyms:
        case, since = masked(case, since)
    return make(_Told(case, case.sessions_by_id[session_id], since, options, progress))


def export_report(
    book: OpenCasebook,
    case_id: str,
    session_id: str,
    path: Path,
    options: ReportOptions = ReportOptions(),
    progress: Progress = unwatched,
) -> None:
    """Write the report to a file, by its ending; a file that is there is replaced once all is made. Raises Problem.

    `progress` is told `WRITING` right before the file is written: what it raises then leaves no file either.
    """
    ending, case = path.suffix.lower(), book.case(case_id)
    masks = gets_pseudonyms(case, options.pseudonyms, case.sessions_by_id.get(session_id))
    what = "afspraken" if ending == ".ics" else "verslag"
    secret = bool(options.password) and ending == ".pdf"
    codes = {"what": what, "kind": ending[1:], "pseudonyms": masks, "password": secret}
    with leaving(book, Event.EXPORTED, case_id, **codes) as departure:
        data = report_bytes(book, case_id, session_id, ending, options, progress)
        progress(*WRITING)
        departure.write(path, data)


def check_ending(path: Path) -> None:
    """Raises Problem when no report can be a file of this name, before any work is done."""
    if path.suffix.lower() not in _MAKERS:
        raise Problem(_unknown(path.suffix))


def _unknown(ending: str) -> str:
    told = f"{ending} kan een verslag niet zijn" if ending else "Een bestand zonder einde kan niet"
    return f"{told}; er is niets geschreven. Kies {', '.join(_MAKERS)}."


def _pdf(told: _Told) -> bytes:
    from tijdlijn.analysis.findings import analyse
    from tijdlijn.render_pdf.protection import encrypted
    from tijdlijn.report.session import session_items
    from tijdlijn.report.session_pdf import session_pdf

    analysis = analyse(told.case)
    items = session_items(told.case, analysis, told.session, told.since)
    made = session_pdf(told.case, analysis, items, told.options.paper, told.options.pseudonyms, told.progress)
    return encrypted(made, told.options.password) if told.options.password else made


def _docx(told: _Told) -> bytes:
    from tijdlijn.analysis.findings import analyse
    from tijdlijn.exchange.docx_out import Around, docx_bytes
    from tijdlijn.report.session import session_items
    from tijdlijn.report.session_pdf import PART, document_name, timeline_picture

    case, analysis = told.case, analyse(told.case)
    items = session_items(case, analysis, told.session, told.since)
    head = f"{case.title}, {MASKED}" if told.options.pseudonyms else case.title
    foot = " · ".join(filter(None, (f"casus {case.code}" if case.code else "", document_name(items))))
    picture = timeline_picture(case, analysis)
    return docx_bytes(items, Around(f"{PART} {document_name(items)}", head, foot), picture, told.progress)


def _ics(told: _Told) -> bytes:
    from tijdlijn.exchange.calendar_out import Deadline, calendar_bytes

    case, session = told.case, told.session
    due = to_be_done(case, session)
    if not due:
        raise Problem(NOTHING_DUE)
    called = f"casus {case.code}" if case.code else ""
    deadlines = [
        Deadline(action.id, day, f"{called.capitalize() or 'Afspraak'}: {action.what}", _described(case, action))
        for action in due
        if (day := action.due)
    ]
    name = f"Afspraken {called}".strip()
    return calendar_bytes(name, deadlines, session.date or case.today)


def _described(case: Case, action: AgreedAction) -> str:
    agreed = case.sessions_by_id.get(action.session_id)
    lines = (
        f"Wie: {action.owner}" if action.owner else "",
        _agreed_on(agreed.date) if agreed and agreed.date else "",
        action.remark,
    )
    return "\n".join(filter(None, lines))


def _agreed_on(day: date) -> str:
    return f"Afgesproken op {write_day(day)}"


_MAKERS: Mapping[str, Callable[[_Told], bytes]] = MappingProxyType({".pdf": _pdf, ".docx": _docx, ".ics": _ics})

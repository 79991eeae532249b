"""Every place where a user types: what is not entered comes back after locking, after closing and after a kill.

Each place has a function that types there and one that says what stands there. After a kill there is only what the file
held while somebody typed: the same casebook is opened from a copy of it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.lock.locked import casebook, lock, unlock
from tests.ui.windows import opened, window_in
from tijdlijn.analysis.finding import FindingKind
from tijdlijn.model.entries import Citation, Source
from tijdlijn.model.scenarios import Scenario
from tijdlijn.model.sessions import Phase, SessionKind
from tijdlijn.services import editing
from tijdlijn.services.drafts import drafts_of
from tijdlijn.services.phases import keep_phase
from tijdlijn.services.scenarios import keep_scenario
from tijdlijn.ui.ahead_cards import ProposalCard
from tijdlijn.ui.inspector.citations_field import CitationCard
from tijdlijn.ui.main_window import MainWindow
from tijdlijn.ui.people_forms import PartyForm, PersonForm
from tijdlijn.ui.scenarios.panel import ScenariosPanel
from tijdlijn.ui.widgets import Number
from tijdlijn.ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("little_memory")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_in(tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return casebook(tmp_path)


@dataclass(frozen=True)
class Place:
    """Where somebody types: how, what then stands there, and whether it is committed when one goes."""

    name: str
    type: Callable[[Workspace], object]
    stands: Callable[[Workspace], object]
    is_committed: bool = False
    expected: object = None


def put(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """As if it were typed, without going there."""
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.textEdited.emit(text)
    else:
        field.setPlainText(text)


def chosen(space: Workspace) -> Workspace:
    space.controller.select(["bezoek"])
    return space


def with_day(space: Workspace) -> Workspace:
    space.controller.select(())
    space.controller.do(editing.change_case, reference_day=date(2025, 1, 1))
    return space


def new_person(space: Workspace) -> None:
    space.people.add_person()
    form = space.people.form
    assert isinstance(form, PersonForm)
    put(form.name, "Sem")
    put(form.birth, "ergens in")
    form.is_focus.setChecked(True)


def person_form(space: Workspace) -> object:
    form = space.people.form
    return (form.name.text(), form.birth.text(), form.is_focus.isChecked()) if isinstance(form, PersonForm) else None


def card_of(space: Workspace) -> ProposalCard:
    assert space.foreseeing.is_open
    return next(card for card in space.foreseeing.panel.cards.values() if card.proposal.rule == "23")


def type_on_card(space: Workspace, what: str) -> None:
    space.foreseeing.open()
    card_of(space).type_in(what)
    put(card_of(space).line, "Half")


def edited_party(space: Workspace) -> None:
    space.people.edit_party("kompas")
    form = space.people.form
    assert isinstance(form, PartyForm)
    put(form.name, "Kompas Noord")
    form.sector.setCurrentIndex(3)
    line = form.add_worker()
    put(line.name, "Anja")
    put(line.function, "behandelaar")


def party_form(space: Workspace) -> object:
    form = space.people.form
    if not isinstance(form, PartyForm):
        return None
    return form.name.text(), form.sector.currentIndex(), [(w.name.text(), w.function.text()) for w in form.workers]


def cited(space: Workspace) -> None:
    """A source, for the forms about sources."""
    entry = space.controller.case.entries_by_id["bezoek"]
    changed = editing.Batch(sources=(Source("bron", "Verslag"),), entries=(_cited(entry),))
    space.controller.do(editing.apply, changed, "Bron")


def _cited(entry: object) -> object:
    from dataclasses import replace

    return replace(entry, citations=(Citation("bron"),))  # type: ignore[type-var]


def citing(space: Workspace) -> CitationCard:
    cited(space)
    return chosen(space).inspector.entry_form.citations.cards[0]


def retitled(space: Workspace) -> None:
    card = citing(space)
    card._rename()
    put(card.renaming, "Verslag van het gesprek")


def title_of_source(space: Workspace) -> str:
    """As it is typed, or as it is."""
    card = chosen(space).inspector.entry_form.citations.cards[0]
    return card.source_now.title


def source_form(space: Workspace) -> object:
    form = space.people.sources_list.form
    return (form.genre.text(), form.date.text()) if form else None


def type_source(space: Workspace) -> None:
    cited(space)
    form = space.people.sources_list.edit("bron")
    put(form.genre, "brief")
    put(form.date, "ooit eens")


def beside_findings(space: Workspace) -> Number:
    return space.findings.groups[FindingKind.GAT].thresholds.numbers["gap_min_days"]


def in_the_case(space: Workspace) -> Number:
    return space.inspector.case_form.thresholds.numbers["gap_min_days"]


def type_days(number: Number) -> None:
    """As if it were typed, and neither entered nor left."""
    number.lineEdit().setText("90 dagen")


def phase(space: Workspace) -> None:
    space.controller.do(keep_phase, Phase("fase", "Begin", date(2012, 1, 1)))
    space.phasing.open()


def type_phase(space: Workspace) -> None:
    phase(space)
    put(space.phasing.panel.rows[0].start, "ooit eens")


def type_new_phase(space: Workspace) -> None:
    phase(space)
    made = space.phasing.panel.start_new()
    put(made.name, "Rust")


def fresh_phase(space: Workspace) -> object:
    fresh = space.phasing.panel.fresh
    return [line.text() for line in fresh.lines] if fresh else None


def type_on_canvas(space: Workspace) -> None:
    space.phasing.begin_here(date(2016, 3, 1), space.canvas.mapToGlobal(space.canvas.rect().center()))
    put(space.phasing.prompt.line, "Rust")


def scenario(space: Workspace) -> ScenariosPanel:
    if not space.controller.case.scenarios:
        space.controller.do(keep_scenario, Scenario("scenario", "Anders", date(2015, 1, 1)))
    space.branching.open("scenario")
    return space.branching.panel


def meeting(space: Workspace) -> Workspace:
    if not space.controller.case.sessions:
        space.show_page(2)
        space.meetings.add(SessionKind.ACTIELEREN)
    space.show_page(2)
    return space


def part(space: Workspace, number: int) -> Workspace:
    meeting(space).meetings.show_part(number)
    return space


def reflecting(space: Workspace) -> QPlainTextEdit:
    part(space, 3)
    space.meetings.reflections.choose("besluit")
    return space.meetings.reflections.form.texts["how"]


def inline(space: Workspace) -> None:
    chosen(space)
    space.edit()
    put(space.canvas.gestures.title, "Half getypt")


PLACES = (
    Place("quick line", lambda s: put(s.quick.line, "mrt 2019 half"), lambda s: s.quick.text),
    Place("date", lambda s: put(chosen(s).inspector.entry_form.date.begin, "gisteren ofzo"),
          lambda s: chosen(s).inspector.entry_form.date.begin.text()),
    Place("cost", lambda s: put(chosen(s).inspector.entry_form.cost.line, "veel"),
          lambda s: chosen(s).inspector.entry_form.cost.line.text()),
    Place("new name", lambda s: put(chosen(s).inspector.entry_form.persons.input, "Opa Jan"),
          lambda s: chosen(s).inspector.entry_form.persons.input.text()),
    Place("new source", lambda s: put(chosen(s).inspector.entry_form.citations.input, "Brief"),
          lambda s: chosen(s).inspector.entry_form.citations.input.text()),
    Place("title of an entry", lambda s: put(chosen(s).inspector.entry_form.title.area, "Half"),
          lambda s: chosen(s).inspector.entry_form.title.area.toPlainText(), True),
    Place("details", lambda s: put(chosen(s).inspector.entry_form.details.area, "Half een\nverhaal"),
          lambda s: chosen(s).inspector.entry_form.details.area.toPlainText(), True),
    Place("title on the timeline", inline,
          lambda s: chosen(s).inspector.entry_form.title.area.toPlainText(), True, "Half getypt"),
    Place("title of the case", lambda s: put(s.inspector.case_form.title, "Half"),
          lambda s: s.inspector.case_form.title.toPlainText(), True),
    Place("code of the case", lambda s: put(s.inspector.case_form.code, "2026-07"),
          lambda s: s.inspector.case_form.code.text(), True),
    Place("notes of the case", lambda s: put(s.inspector.case_form.notes, "half"),
          lambda s: s.inspector.case_form.notes.toPlainText(), True),
    Place("reference day", lambda s: put(with_day(s).inspector.case_form.day, "ooit eens"),
          lambda s: s.inspector.case_form.day.text()),
    Place("passage of a source", lambda s: put(citing(s).passage, "Half"),
          lambda s: chosen(s).inspector.entry_form.citations.cards[0].passage.toPlainText(), True),
    Place("title of a source", retitled, title_of_source, True),
    Place("threshold", lambda s: type_days(in_the_case(s)), lambda s: in_the_case(s).cleanText(), True),
    Place("threshold at the findings", lambda s: type_days(beside_findings(s)),
          lambda s: beside_findings(s).cleanText()),
    Place("new person", new_person, person_form),
    Place("party with a professional", edited_party, party_form),
    Place("source", type_source, source_form),
    Place("day of a phase", type_phase, lambda s: s.phasing.is_open and s.phasing.panel.rows[0].start.text()),
    Place("new phase", type_new_phase, fresh_phase),
    Place("name of a phase on the timeline", type_on_canvas, fresh_phase,
          expected=["Rust", "1 maart 2016", ""]),
    Place("day of a scenario", lambda s: put(scenario(s).form.branches.line, "ooit eens"),
          lambda s: s.branching.is_open and s.branching.panel.form.branches.line.text()),
    Place("name of a scenario", lambda s: put(scenario(s).form.name, "Thuis"),
          lambda s: scenario(s).form.name.text(), True),
    Place("assumptions of a scenario", lambda s: put(scenario(s).form.assumptions, "Half"),
          lambda s: scenario(s).form.assumptions.toPlainText(), True),
    Place("why a proposal is not needed", lambda s: type_on_card(s, "reden"), lambda s: card_of(s).line.text()),
    Place("another day of a proposal", lambda s: type_on_card(s, "dag"), lambda s: card_of(s).line.text()),
    Place("name of a view", lambda s: (s.save_view(), put(s.filter.naming.field, "Half")),
          lambda s: s.filter.naming.field.text()),
    Place("day of a meeting", lambda s: put(part(s, 0).meetings.preparing.day.line, "ooit eens"),
          lambda s: meeting(s).meetings.preparing.day.line.text()),
    Place("attendee", lambda s: put(part(s, 0).meetings.preparing.attendees.add, "Oma"),
          lambda s: meeting(s).meetings.preparing.attendees.add.text()),
    Place("aim", lambda s: put(part(s, 0).meetings.preparing.aim, "Half een doel"),
          lambda s: part(s, 0).meetings.preparing.aim.toPlainText(), True),
    Place("question", lambda s: put(part(s, 1).meetings.questions.list.add, "Wat als"),
          lambda s: part(s, 1).meetings.questions.list.add.text()),
    Place("answer", lambda s: put(part(s, 1).meetings.questions.list.cards[1].answer, "Half"),
          lambda s: part(s, 1).meetings.questions.list.cards[1].answer.toPlainText(), True),
    Place("notes of a meeting", lambda s: put(part(s, 2).meetings.notes.text, "Half"),
          lambda s: part(s, 2).meetings.notes.text.toPlainText(), True),
    Place("reflection", lambda s: put(reflecting(s), "Half"), lambda s: reflecting(s).toPlainText(), True),
    Place("agreement", lambda s: put(part(s, 4).meetings.agreements.add, "Bellen"),
          lambda s: part(s, 4).meetings.agreements.add.text()),
)  # fmt: skip
each = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)


def killed(qtbot: QtBot, window: MainWindow, path: Path) -> Workspace:
    """The casebook as its file was when the program was killed, opened again."""
    space = window.workspace
    assert space is not None
    space.controller.drafts._timer.timeout.emit()
    QThreadPool.globalInstance().waitForDone()
    copy = path.with_name("na-uitval.tijdlijn")
    shutil.copy(path, copy)
    window.close_book()
    return opened(qtbot, window, copy)


def made(space: Workspace) -> Workspace:
    """With all of its parts, as they are a moment after opening."""
    for name in ("quick", "findings", "people", "search", "filter", "history", "inspector"):
        getattr(space, name)
    return space


@each
def test_it_comes_back_after_locking(qtbot: QtBot, window: MainWindow, path: Path, place: Place) -> None:
    space = made(opened(qtbot, window, path))
    place.type(space)
    typed = place.expected or place.stands(space)
    assert typed
    del space
    lock(qtbot, window)
    back = unlock(qtbot, window)
    assert place.stands(made(back)) == typed
    if place.is_committed:
        back.controller.drafts.keep_now()
        assert drafts_of(back.controller.book, back.controller.case.id) == {}


@each
def test_it_comes_back_after_a_kill(qtbot: QtBot, window: MainWindow, path: Path, place: Place) -> None:
    space = made(opened(qtbot, window, path))
    place.type(space)
    typed = place.expected or place.stands(space)
    back = killed(qtbot, window, path)
    assert back is not space
    qtbot.waitUntil(lambda: back.has_made("inspector"))
    assert window.statusBar().currentMessage()
    assert place.stands(made(back)) == typed


def test_what_is_entered_or_emptied_is_kept_no_longer(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = made(opened(qtbot, window, path))
    keeper, book, case_id = space.controller.drafts, space.controller.book, space.controller.case.id
    put(space.quick.line, "mrt 2019 contact Gesprek")
    put(chosen(space).inspector.entry_form.date.begin, "ooit eens")
    assert keeper.keep_now() == ""
    assert set(drafts_of(book, case_id)) == {"invoerregel:", "eigenschappen:bezoek/datum", "dag"}
    space.quick._enter()
    assert keeper.keep_now() == ""
    assert set(drafts_of(book, case_id)) == {"eigenschappen:bezoek/datum", "dag"}
    space.controller.select(["bezoek"])
    put(space.inspector.entry_form.date.begin, "2018-03-02")
    space.inspector.flush()
    assert keeper.keep_now() == ""
    assert drafts_of(book, case_id) == {}


def test_typing_is_written_by_itself_within_seconds(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    keeper = space.controller.drafts
    keeper._timer.setInterval(20)
    qtbot.keyClicks(space.quick.line, "mrt 2019 half")
    book, case_id = space.controller.book, space.controller.case.id
    qtbot.waitUntil(lambda: drafts_of(book, case_id).get("invoerregel:") == "mrt 2019 half")


def test_keys_that_follow_do_not_put_it_off(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    keeper = space.controller.drafts
    qtbot.keyClicks(space.quick.line, "m")
    left = keeper._timer.remainingTime()
    qtbot.keyClicks(space.quick.line, "rt 2019")
    assert 0 < keeper._timer.remainingTime() <= left <= 2_000


def test_a_file_that_went_away_keeps_what_is_typed_in_mind_while_locked(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    space = made(opened(qtbot, window, path))
    put(space.quick.line, "mrt 2019 half")
    away = path.with_name("elders.tijdlijn")
    path.rename(away)
    lock(qtbot, window)
    page = window.locker.page
    assert page is not None
    assert page.said.isVisible()
    away.rename(path)
    assert unlock(qtbot, window).quick.text == "mrt 2019 half"


def test_drafts_are_no_step_and_no_record(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    space = opened(qtbot, window, path)
    book = space.controller.book
    before = book.history()
    put(space.quick.line, "mrt 2019 half")
    space.controller.drafts.keep_now()
    assert book.history() == before


@pytest.mark.parametrize("kill", [False, True], ids=["lock", "kill"])
def test_a_line_and_an_agreement_of_a_presentation_come_back(
    qtbot: QtBot, window: MainWindow, path: Path, kill: bool
) -> None:
    """The line of the projector, as the tests have one screen; the parts of the presenter's view stand beside it."""
    space = made(opened(qtbot, window, path))
    meeting(space)
    window.present()
    presenting = window.presenting
    assert presenting is not None
    line = presenting.projector.line
    assert line is not None
    put(line.line.line, "mrt 2019 oma vertelt")
    presenting._show_presenter(None)
    assert presenting.presenter is not None
    put(presenting.presenter.line.line.line, "mrt 2020 tante vertelt")
    put(presenting.presenter.parts[2].add, "Bellen")  # type: ignore[attr-defined]
    presenting.presenter.tabs.setCurrentWidget(presenting.presenter.parts[2])
    del presenting, line, space
    if kill:
        killed(qtbot, window, path)
    else:
        lock(qtbot, window)
        unlock(qtbot, window)
    window.present()
    again = window.presenting
    assert again is not None
    assert again.projector.line is not None
    assert again.projector.line.line.text == "mrt 2019 oma vertelt"
    again._show_presenter(None)
    assert again.presenter is not None
    assert again.presenter.line.line.text == "mrt 2020 tante vertelt"
    again.presenter.tabs.setCurrentWidget(again.presenter.parts[2])
    assert again.presenter.parts[2].add.text() == "Bellen"  # type: ignore[attr-defined]
    for line in (again.projector.line, again.presenter.line):
        line.line.line.clear()
    again.presenter.parts[2].add.clear()  # type: ignore[attr-defined]
    assert again.end()


@pytest.mark.parametrize("kill", [False, True], ids=["lock", "kill"])
def test_a_candidate_that_was_changed_comes_back(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path, kill: bool
) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text("Brief\n\nOp 3 mei 2021 heeft school een zorgmelding gedaan over Noor.\n", "utf-8")
    space = made(opened(qtbot, window, path))
    space.add_documents([letter])
    qtbot.waitUntil(lambda: space.reader.desk.current is not None, timeout=20_000)
    put(space.reader.card.title.area, "Melding van school")
    space.reader.card.title.flush()
    text = space.reader.page.toPlainText()
    changed, at = space.reader.desk.key, text.index("zorgmelding")
    space.reader.desk.make(at, at + len("zorgmelding"))
    space.reader.choose(changed)
    put(space.reader.card.date.begin, "ooit eens")
    made_by_hand = {one.candidate.key for one in space.reader.desk.items}
    assert len(made_by_hand) > 1
    if kill:
        back = killed(qtbot, window, path)
        back.show_page(1)
    else:
        lock(qtbot, window)
        back = unlock(qtbot, window)
    qtbot.waitUntil(lambda: back.reader.desk.current is not None, timeout=20_000)
    assert back.shows_dossier
    assert {one.candidate.key for one in back.reader.desk.items} == made_by_hand
    back.reader.choose(changed)
    assert back.reader.card.title.area.toPlainText() == "Melding van school"
    assert back.reader.card.date.begin.text() == "ooit eens"


@pytest.mark.parametrize("kill", [False, True], ids=["lock", "kill"])
def test_what_is_typed_of_a_document_comes_back(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path, kill: bool
) -> None:
    """A day that cannot be read, of a document that is no longer the one in view, and of the one that is."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Brief {name}\n\nOp 3 mei 2021 heeft school gebeld over Noor.\n", "utf-8")
    space = made(opened(qtbot, window, path))
    space.add_documents([tmp_path / "a.txt", tmp_path / "b.txt"])
    qtbot.waitUntil(lambda: len(space.reader.desk.filed) == 2, timeout=20_000)
    first, second = (one.source_id for one in space.reader.desk.filed)
    space.reader.open(first)
    put(space.reader.profile.agency, "Wijkteam Zuid")
    put(space.reader.profile.day, "ooit eens")
    space.reader.open(second)
    assert space.reader.profile.agency.text() == ""
    put(space.reader.profile.genre, "brief")
    put(space.reader.profile.day, "lang geleden")
    if kill:
        back = killed(qtbot, window, path)
        back.show_page(1)
    else:
        lock(qtbot, window)
        back = unlock(qtbot, window)
    qtbot.waitUntil(lambda: back.reader.desk.current is not None, timeout=20_000)
    profile = back.reader.profile
    back.reader.open(second)
    assert (profile.genre.text(), profile.day.text()) == ("brief", "lang geleden")
    back.reader.open(first)
    assert (profile.agency.text(), profile.day.text()) == ("Wijkteam Zuid", "ooit eens")
    profile.day.setText("9 maart 2016")
    back.reader.open(second)
    profile.day.clear()
    back.reader.open(first)
    back.controller.drafts.keep_now()
    assert drafts_of(back.controller.book, back.controller.case.id) == {}
    assert {one.agency for one in back.reader.desk.filed} == {"Wijkteam Zuid", ""}
    assert {one.genre for one in back.reader.desk.filed} >= {"brief"}


def test_a_threshold_that_waits_gives_way_to_one_that_was_chosen_elsewhere(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    space = made(opened(qtbot, window, path))
    type_days(beside_findings(space))
    back = made(killed(qtbot, window, path))
    assert beside_findings(back).cleanText() == "90"
    in_the_case(back).setValue(120)
    back.inspector.case_form.thresholds.flush()
    assert back.controller.case.parameters.gap_min_days == 120
    assert beside_findings(back).cleanText() == "120"
    back.controller.drafts.keep_now()
    assert drafts_of(back.controller.book, back.controller.case.id) == {}

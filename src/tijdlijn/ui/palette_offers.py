"""What the palette offers for what is typed: commands, days, entries, people, parties and findings, the best first.

The rule: every command is offered, also one that cannot be chosen now, and then with what it lacks. Commands that were
chosen before come first; which ones is remembered on this computer, names and titles never are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings

from tijdlijn.language.dates_nl import DateContext, read, write, write_short
from tijdlijn.language.folding import fold
from tijdlijn.language.matching import match, prepared, typed_words
from tijdlijn.layout.findings_pages import HEADINGS
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.vocabulary import Kind
from tijdlijn.ui.commands import MENUS, Command
from tijdlijn.ui.dialogs.keys_dialog import spoken
from tijdlijn.ui.workspace import Workspace

if TYPE_CHECKING:
    from tijdlijn.ui.main_window import MainWindow

MOST = 60
"""Offers that are shown at most."""
MOST_SCORED = 400
"""Entries that hold the words and are compared with each other at most, in time order."""
LEAST_TYPED = 2
"""Letters from which the case itself is searched."""
MOST_RECENT = 8
RECENT = "opdrachten/recent"
_DAY, _NAMED, _FINDING, _LACKING = 100.0, 1.0, -2.0, -6.0
"""What is added to the score of a day, of a person or party, of a finding, and of what cannot be chosen now."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the palette: what it says, where that matches, what stands at its right, and what it does.

    `mark` is a kind for an entry, else the name of an icon. `lacks` says why it cannot be chosen; empty when it can.
    """

    text: str
    hint: str
    mark: Kind | str
    act: Callable[[], object]
    score: float = 0.0
    places: tuple[tuple[int, int], ...] = ()
    keys: tuple[str, ...] = ()
    lacks: str = ""
    command: str = ""


class Offers:
    """Finds what to offer in a window; made anew for each time that the palette is opened."""

    def __init__(self, window: MainWindow, settings: QSettings) -> None:
        self._window = window
        self._settings = settings
        self._commands = [(prepared(said(command)), command, menu) for command, menu in _commands()]
        self._titles: list[tuple[str, str]] | None = None

    def find(self, query: str) -> list[Offer]:
        """What to offer for what is typed; all commands when nothing is."""
        wanted = typed_words(query)
        found = list(self._find_commands(wanted))
        space = self._window.workspace
        if space is not None and sum(map(len, wanted)) >= LEAST_TYPED:
            found += self._days(space, query)
            found += self._people(space, wanted)
            found += self._entries(space, wanted)
            found += self._findings(space, wanted)
        if wanted:
            found.sort(key=lambda offer: -offer.score)
        return found[:MOST] if wanted else found

    def remember(self, offer: Offer) -> None:
        """Let a command that was chosen come first from now on."""
        if offer.command:
            rest = [id_ for id_ in self._recent() if id_ != offer.command]
            self._settings.setValue(RECENT, ",".join([offer.command, *rest][:MOST_RECENT]))

    def _recent(self) -> list[str]:
        return [id_ for id_ in str(self._settings.value(RECENT, "")).split(",") if id_]

    def _find_commands(self, wanted: tuple[str, ...]) -> Iterator[Offer]:
        recent = self._recent()
        commands = self._commands
        if not wanted:
            places = {id_: place for place, id_ in enumerate(recent)}
            commands = sorted(commands, key=lambda known: places.get(known[1].id, MOST_RECENT))
        for text, command, menu in commands:
            fits = match(text, wanted)
            if fits:
                offer = self._command(command, menu)
                score = fits.score + (_LACKING if offer.lacks else 0.0)
                score += (2.0 - 0.2 * recent.index(command.id)) if command.id in recent else 0.0
                yield replace(offer, score=score, places=fits.places)

    def _command(self, command: Command, menu: str) -> Offer:
        action = self._window.actions_by_id[command.id]
        lacks = "" if action.isEnabled() else self._why_not(command)
        keys = tuple(spoken(keys) for keys in command.keys[:2])
        icon = "check" if action.isCheckable() and action.isChecked() else "chevron-right"
        return Offer(said(command), menu, icon, action.trigger, keys=keys, lacks=lacks, command=command.id)

    def _why_not(self, command: Command) -> str:
        if command.needs_case and self._window.workspace is None:
            return _tr("open eerst een casusboek")
        return self._window.menus.why_not(command.id) or _tr(command.lacks or "dat kan nu niet")

    def _days(self, space: Workspace, query: str) -> Iterator[Offer]:
        """The day, month, year or period that the whole query is."""
        case = space.controller.case
        value = read(query, DateContext(today=case.today)) if len(query.strip()) >= 4 else None
        if value is None:
            return
        first, last = value.earliest.toordinal(), value.latest(case.reference).toordinal()
        text = _tr("Ga naar {0}").format(write(value))
        yield Offer(text, "", "calendar", lambda: _go_to_days(space, first, last), _DAY)

    def _people(self, space: Workspace, wanted: tuple[str, ...]) -> Iterator[Offer]:
        case = space.controller.case
        named = [("person", p.id, p.name, p.role or _tr("Persoon")) for p in case.persons]
        named += [("party", p.id, p.name, p.sector.label) for p in case.parties]
        for kind, id_, name, hint in named:
            fits = match(prepared(name), wanted)
            if fits:
                act = _acting(space.show_named, kind, id_)
                yield Offer(name, hint, kind, act, fits.score + _NAMED, fits.places)

    def _entries(self, space: Workspace, wanted: tuple[str, ...]) -> Iterator[Offer]:
        """The entries with these words in their title, or in the year that they begin in."""
        case = space.controller.case
        if self._titles is None:
            self._titles = list(_titles(case))
        holding = (id_ for id_, text in self._titles if all(word in text for word in wanted))
        for id_ in islice(holding, MOST_SCORED):
            entry = case.entries_by_id[id_]
            title = title_of(entry)
            fits = match(prepared(_searched(title, entry.date.earliest.year if entry.date else None)), wanted)
            if fits:
                when = write_short(entry.date) if entry.date else _tr("geen datum")
                seen = tuple(place for place in fits.places if place[1] <= len(title))
                yield Offer(title, when, entry.kind, _acting(space.go_to_entry, id_), fits.score, seen)

    def _findings(self, space: Workspace, wanted: tuple[str, ...]) -> Iterator[Offer]:
        analysis = space.controller.analysis
        for finding in analysis.findings if analysis else ():
            heading = HEADINGS[finding.kind]
            if all(word in fold(f"{finding.sentence} {heading}") for word in wanted):
                fits = match(prepared(f"{finding.sentence} {heading}"), wanted)
                if fits:
                    seen = tuple(place for place in fits.places if place[1] <= len(finding.sentence))
                    act = _acting(space.go_to_finding, finding)
                    yield Offer(finding.sentence, heading, "finding", act, fits.score + _FINDING, seen)


def said(command: Command) -> str:
    """The words of a command as they are read, without the mark of its letter."""
    return _tr(command.text).replace("&", "")


def _commands() -> Iterator[tuple[Command, str]]:
    for title, commands in MENUS:
        for command in commands:
            if command.id and command.id != "palette":
                yield command, _tr(title).replace("&", "")


def _titles(case: Case) -> Iterator[tuple[str, str]]:
    for entry in case.timeline:
        yield entry.id, fold(_searched(title_of(entry), entry.date.earliest.year if entry.date else None))


def _searched(title: str, year: int | None) -> str:
    return f"{title} {year}" if year else title


def _go_to_days(space: Workspace, first: int, last: int) -> None:
    space.controller.reveal_days.emit(first, last)
    space.canvas.setFocus()


def _acting(verb: Callable[..., object], *given: object) -> Callable[[], object]:
    return lambda: verb(*given)


def _tr(text: str) -> str:
    return QCoreApplication.translate("commands", text)

"""What a user does with scenarios: branch one off, say what is thought of it, take over what happened, throw it away.

The rule: the name is what ties entries to their scenario, so names are unique and a new name goes to all of them in
the same step. What is done to a scenario of which only entries carry the name first makes it one of the case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from tijdlijn.analysis.scenarios import Branched, is_loose, scenarios_of
from tijdlijn.language.quick_line import QuickEntry
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.model.links import Link, LinkKind
from tijdlijn.model.problems import Problem
from tijdlijn.model.scenarios import Scenario
from tijdlijn.model.vocabulary import Voice
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id
from tijdlijn.services.quick import named_in

NO_NAME = "Een scenario heeft een naam nodig; er is niets bewaard. Typ een naam, bijvoorbeeld 'Vaste gezinscoach'."
SAME_NAME = "Er is al een scenario {0}; er is niets gewijzigd. Kies een andere naam."
GONE = "Dat scenario is er niet meer; er is niets gewijzigd. Kies een ander scenario."
NOT_THERE = "Een van de twee regels staat niet meer op de tijdlijn; er is niets gewijzigd."
NO_PAIR = (
    "Een tegenhanger verbindt één regel die is gebeurd met één regel van een scenario; er is niets gewijzigd. "
    "Kies er van elk één."
)


def scenario_named(case: Case, id_: str) -> Scenario:
    """The scenario of a case with this id, which of a loose one is its name. Raises Problem when there is none."""
    found = next((one for one in scenarios_of(case) if one.id == id_), None)
    if found is None:
        raise Problem(GONE)
    return found


def free_name(case: Case, wanted: str = "Scenario") -> str:
    """The name, with a number behind it when it is taken."""
    taken = {_folded(one.name) for one in scenarios_of(case)}
    names = (wanted, *(f"{wanted} {number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if _folded(name) not in taken)


def branching_at(case: Case, day: date | None = None, entry_id: str = "", name: str = "") -> Scenario:
    """A scenario to be kept that branches off at a day, or at the first day of an entry."""
    if day is None and entry_id in case.bounds:
        day = case.bounds[entry_id].first_day
    return Scenario(new_id(), name or free_name(case), day, entry_id if entry_id in case.entries_by_id else "")


def keep_scenario(book: OpenCasebook, case_id: str, scenario: Scenario) -> Change:
    """Keep a scenario, new or changed, with all that is said of it; its entries go along to another name.

    Raises Problem when it has no name or that of another (capitals make no other name), or when an effect is about
    nobody who is known.
    """
    case = book.case(case_id)
    before = next((one for one in scenarios_of(case) if one.id == scenario.id), None)
    fresh = replace(scenario, name=" ".join(scenario.name.split()))
    _check(case, fresh)
    renamed: tuple[Entry, ...] = ()
    step = f"Scenario {quoted(fresh.name)}"
    if before is not None:
        if before.name != fresh.name:
            renamed = tuple(replace(e, scenario=fresh.name) for e in case.entries if e.scenario == before.name)
            step = f"Noem scenario {quoted(before.name)} voortaan {quoted(fresh.name)}"
        if before not in case.scenarios:
            fresh = _real(case, fresh, before)
    return apply(book, case_id, Batch(scenarios=(fresh,), entries=renamed), step)


def make_real(book: OpenCasebook, case_id: str, name: str) -> Change:
    """Make a scenario of the case of a name that entries carry, which branches off where they begin."""
    case = book.case(case_id)
    loose = scenario_named(case, name)
    made = (_real(case, loose, loose),) if loose not in case.scenarios else ()
    return apply(book, case_id, Batch(scenarios=made), f"Maak van {quoted(name)} een scenario")


def remove_scenario(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Take a scenario out with its entries. What happened stays as it is."""
    case = book.case(case_id)
    gone = scenario_named(case, id_)
    ids = tuple(entry.id for entry in case.entries if entry.scenario == gone.name)
    step = f"Verwijder scenario {quoted(gone.name)}" + (f" met {_lines(len(ids))}" if ids else "")
    return apply(book, case_id, Batch(removed=ids, removed_scenarios=(id_,)), step)


def copy_entries(book: OpenCasebook, case_id: str, id_: str, ids: Sequence[str] | None = None) -> Change:
    """Take over what happened into a scenario, to be changed there; each copy is the counterpart of its original.

    Without `ids` that is all that surely began on or after the branch, without the family's own accounts, which are of
    what happened. What has a counterpart there is passed over. A copy rests on no source and nobody said whether it
    helped. A scenario of which only entries carry the name becomes one of the case. Raises Problem when it is gone.
    """
    case = book.case(case_id)
    scenario = scenario_named(case, id_)
    about = Branched(case, scenario)
    if ids is None:
        wanted = [entry for entry in about.after if entry.voice is not Voice.GEZIN]
    else:
        chosen = set(ids)
        wanted = [entry for entry in case.timeline if entry.id in chosen and not entry.scenario]
    pairs = [(entry.id, _copy(entry, scenario.name)) for entry in wanted if entry.id not in about.counterparts]
    links = tuple(Link(new_id(), LinkKind.IN_SCENARIO, from_id, made.id) for from_id, made in pairs)
    real = (_real(case, scenario, scenario),) if pairs and is_loose(scenario) else ()
    batch = Batch(entries=tuple(made for _, made in pairs), links=links, scenarios=real)
    return apply(book, case_id, batch, f"Neem {_lines(len(pairs))} over in scenario {quoted(scenario.name)}")


def add_quick_in(book: OpenCasebook, case_id: str, line: QuickEntry, id_: str) -> Change:
    """Add the entry of a line to a scenario, with whoever it names that is new. Raises Problem when it is gone."""
    case = book.case(case_id)
    scenario = scenario_named(case, id_)
    batch = named_in(case, line)
    (entry,) = batch.entries
    step = f"Voeg {quoted(entry.title)} toe aan scenario {quoted(scenario.name)}"
    return apply(book, case_id, replace(batch, entries=(replace(entry, scenario=scenario.name),)), step)


def pair_up(book: OpenCasebook, case_id: str, ids: Sequence[str]) -> Change:
    """Say that an entry of a scenario came in the place of one that happened; once more takes that back.

    Raises Problem when the two are not one of each.
    """
    case = book.case(case_id)
    if not set(ids) <= case.entries_by_id.keys():
        raise Problem(NOT_THERE)
    entries = sorted((case.entries_by_id[id_] for id_ in ids), key=lambda entry: bool(entry.scenario))
    if [bool(entry.scenario) for entry in entries] != [False, True]:
        raise Problem(NO_PAIR)
    actual, imagined = entries
    ends = LinkKind.IN_SCENARIO, actual.id, imagined.id
    there = tuple(link.id for link in case.links if (link.kind, link.from_id, link.to_id) == ends)
    fresh = () if there else (Link(new_id(), *ends),)
    words = "niet langer tegenhanger" if there else "tegenhanger"
    step = f"Maak {quoted(imagined.title)} {words} van {quoted(actual.title)}"
    return apply(book, case_id, Batch(links=fresh, removed_links=there), step)


def _check(case: Case, scenario: Scenario) -> None:
    if not scenario.name:
        raise Problem(NO_NAME)
    for other in scenarios_of(case):
        if other.id != scenario.id and _folded(other.name) == _folded(scenario.name):
            raise Problem(SAME_NAME.format(quoted(other.name)))
    if not case.persons_by_id.keys() >= {one.person_id for one in scenario.effects if one.person_id}:
        raise Problem("Een van de genoemde mensen staat niet meer in de casus; er is niets gewijzigd.")


def _real(case: Case, scenario: Scenario, loose: Scenario) -> Scenario:
    """A scenario of the case in the place of a name that entries carry, branching off where they begin."""
    day = Branched(case, loose).day
    branches = scenario.branches or (date.fromordinal(day) if day is not None else None)
    return replace(scenario, id=new_id(), branches=branches)


def _copy(entry: Entry, name: str) -> Entry:
    return replace(entry, id=new_id(), scenario=name, citations=(), outcome="", helped=None, notes="")


def _folded(name: str) -> str:
    return name.casefold()


def _lines(count: int) -> str:
    return "1 regel" if count == 1 else f"{count} regels"

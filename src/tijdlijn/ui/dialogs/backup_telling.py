"""Backups and what differs from them, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.naming import title_of
from tijdlijn.model.casebook import Case
from tijdlijn.model.entries import Entry
from tijdlijn.services.backups import Drill, Listed
from tijdlijn.services.comparing import Changed, Differences, compare, name_of
from tijdlijn.ui.moments import day_and_time, size

MOST_TOLD = 200
"""Entries that are told one by one, of each sort."""


def two_lines(listed: Listed) -> str:
    """A backup as it stands in the list: when and why, and how much is in it."""
    backup = listed.backup
    if listed.trouble:
        held = _tr("kan niet worden gelezen")
    elif not listed.same_passphrase:
        held = _tr("opent met een eerder wachtwoord")
    else:
        held = _counted(listed.entries or 0)
    return f"{day_and_time(backup.at)} · {backup.reason.value}\n{held} · {size(backup.size)}"


def found_by(drill: Drill) -> str:
    """What a drill found, with its day."""
    cases = _tr("1 casus") if drill.cases == 1 else _tr("{0} casussen").format(drill.cases)
    documents = _tr("1 document") if drill.documents == 1 else _tr("{0} documenten").format(drill.documents)
    return _tr("Deze kopie kan worden teruggezet: {0}, {1} en {2}, alles gelezen en in orde ({3}).").format(
        cases, _counted(drill.entries), documents, day_and_time(drill.at)
    )


def differences(before: Sequence[Case], after: Sequence[Case]) -> str:
    """What became of every case since a backup, a paragraph each."""
    then, now = {case.id: case for case in before}, {case.id: case for case in after}
    told = [_section(case.title, _told(compare(then[id_], case))) for id_, case in now.items() if id_ in then]
    told += [_section(case.title, [_new(case)]) for id_, case in now.items() if id_ not in then]
    told += [_section(case.title, [_gone(case)]) for id_, case in then.items() if id_ not in now]
    return "\n\n".join(told)


def _new(case: Case) -> str:
    return _tr("Deze casus staat niet in de kopie ({0}).").format(_counted(len(case.entries)))


def _gone(case: Case) -> str:
    return _tr("Deze casus staat alleen in de kopie ({0}).").format(_counted(len(case.entries)))


def _section(title: str, lines: Sequence[str]) -> str:
    return "\n".join((title, *lines))


def _told(found: Differences) -> list[str]:
    if found.is_none:
        return [_tr("Geen verschil.")]
    lines = [*_list(_tr("Nu wel, niet in de kopie"), [_named(entry) for entry in found.added])]
    lines += _list(_tr("Wel in de kopie, nu niet"), [_named(entry) for entry in found.removed])
    lines += _list(_tr("Nu anders dan in de kopie"), [_change(changed) for changed in found.changed])
    if found.others:
        others = ", ".join(f"{one.what} ({one.added + one.removed + one.changed})" for one in found.others)
        lines.append(_tr("Ook anders: {0}").format(others))
    return lines


def _list(heading: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"{heading} ({len(names)}):"
        yield from (f"  • {name}" for name in names[:MOST_TOLD])
        if len(names) > MOST_TOLD:
            yield _tr("  en nog {0}").format(len(names) - MOST_TOLD)


def _named(entry: Entry) -> str:
    return f"{shown(entry.date)}: {title_of(entry)}"


def _change(changed: Changed) -> str:
    """The entry as it is, and of each field that differs its name; of title and date what they were."""
    before, after = changed.before, changed.after
    was = {"title": title_of(before), "date": shown(before.date)}
    parts = (
        _tr("{0} was “{1}”").format(name_of(field), was[field]) if field in was else name_of(field)
        for field in changed.fields
    )
    return f"{_named(after)} ({', '.join(dict.fromkeys(parts))})"


def _counted(entries: int) -> str:
    return _tr("1 regel") if entries == 1 else _tr("{0} regels").format(f"{entries:,}".replace(",", "."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("backups", text)

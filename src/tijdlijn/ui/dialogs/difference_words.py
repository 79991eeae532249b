"""What differs between a casebook and a copy of it, in words: a backup, or a copy that a sync service made.

The rule: every difference is told from where somebody stands, which is the open casebook.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication

from tijdlijn.language.dates_nl import shown
from tijdlijn.layout.naming import title_of
from tijdlijn.model.entries import Entry
from tijdlijn.services.comparing import CaseDifference, Changed, Counted, Differences, name_of

MOST_TOLD = 200
"""Entries that are told one by one, of each sort."""


def told(found: Sequence[CaseDifference]) -> str:
    """What differs, a paragraph for each case; empty when nothing does."""
    return "\n\n".join("\n".join((one.title, *_case(one))) for one in found)


def counted(entries: int) -> str:
    """How many entries, in words."""
    return _tr("1 regel") if entries == 1 else _tr("{0} regels").format(f"{entries:,}".replace(",", "."))


def _case(one: CaseDifference) -> Iterator[str]:
    if one.differences is not None:
        yield from _differences(one.differences)
    elif one.is_in_copy:
        yield _tr("Deze casus staat alleen in de kopie ({0}).").format(counted(one.entries))
    else:
        yield _tr("Deze casus staat alleen in dit casusboek ({0}).").format(counted(one.entries))


def _differences(found: Differences) -> Iterator[str]:
    yield from _list(_tr("Alleen in dit casusboek"), [_named(entry) for entry in found.removed])
    yield from _list(_tr("Alleen in de kopie"), [_named(entry) for entry in found.added])
    yield from _list(_tr("In de kopie anders"), [_change(changed) for changed in found.changed])
    if found.others:
        yield _tr("Verder: {0}").format("; ".join(map(_other, found.others)))


def _list(heading: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"{heading} ({len(names)}):"
        yield from (f"  • {name}" for name in names[:MOST_TOLD])
        if len(names) > MOST_TOLD:
            yield _tr("  en nog {0}").format(len(names) - MOST_TOLD)


def _named(entry: Entry) -> str:
    return f"{shown(entry.date)}: {title_of(entry)}" if entry.date else title_of(entry)


def _change(changed: Changed) -> str:
    """The entry as it is here, and of each field that differs its name; of title and date what the copy says."""
    copy = changed.after
    says = {"title": title_of(copy), "date": shown(copy.date)}
    parts = (
        _tr("{0} in de kopie “{1}”").format(name_of(field), says[field]) if field in says else name_of(field)
        for field in changed.fields
    )
    return f"{_named(changed.before)} ({', '.join(dict.fromkeys(parts))})"


def _other(one: Counted) -> str:
    parts = (
        words.format(count)
        for words, count in (
            (_tr("{0} alleen in dit casusboek"), one.removed),
            (_tr("{0} alleen in de kopie"), one.added),
            (_tr("{0} anders"), one.changed),
        )
        if count
    )
    return f"{one.what}: {', '.join(parts)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("differences", text)

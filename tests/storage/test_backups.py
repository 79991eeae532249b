"""Which backups are kept, what they are called, and that nothing else in their folder is touched."""

import stat
from datetime import datetime, timedelta

import pytest

from tijdlijn.storage import backups
from tijdlijn.storage.backups import Backup, Reason

MONDAY = datetime(2026, 11, 23, 9, 14)


@pytest.fixture
def casebook(tmp_path):
    return tmp_path / "gezin 7.tijdlijn"


def there(*moments, reason=Reason.HOURLY):
    made = [Backup(f"{at}", at, reason, 0, 0) for at in moments]
    return sorted(made, key=lambda one: one.at, reverse=True)


def kept(backups_there):
    gone = {one.path for one in backups.superfluous(backups_there)}
    return [one.at for one in backups_there if one.path not in gone]


def test_a_backup_is_called_by_day_time_and_reason(casebook):
    backups.make_folder(casebook)
    first = backups.free_name(casebook, MONDAY, Reason.OPENING)
    assert first.relative_to(casebook.parent).as_posix() == (
        "gezin 7 reservekopieën/2026-11-23 09.14 bij openen.tijdlijn"
    )
    first.touch()
    second = backups.free_name(casebook, MONDAY, Reason.OPENING)
    assert second.name == "2026-11-23 09.14 bij openen (2).tijdlijn"
    second.touch()
    assert [(one.at, one.reason) for one in backups.found(casebook)] == [(MONDAY, Reason.OPENING)] * 2


def test_only_its_owner_may_look_into_the_folder(casebook):
    assert stat.S_IMODE(backups.make_folder(casebook).stat().st_mode) == 0o700


def test_the_last_ten_are_kept():
    hours = [MONDAY + timedelta(minutes=number) for number in range(12)]
    assert kept(there(*hours)) == sorted(hours, reverse=True)[:10]


def test_of_seven_days_the_newest_is_kept():
    busy = [MONDAY + timedelta(minutes=number) for number in range(10)]
    before = [MONDAY - timedelta(days=days, hours=hours) for days in range(1, 9) for hours in (0, 1)]
    held = kept(there(*busy, *before))
    assert held == [*reversed(busy), *(MONDAY - timedelta(days=days) for days in range(1, 7))]


def test_days_without_work_do_not_count():
    """Who opens a casebook once a month keeps more than the last one."""
    busy = [MONDAY + timedelta(minutes=number) for number in range(10)]
    months = [MONDAY - timedelta(days=30 * number) for number in range(1, 9)]
    assert kept(there(*busy, *months)) == [*reversed(busy), *months[:6]]


def test_a_copy_from_before_a_migration_stays():
    old = there(MONDAY - timedelta(days=900), reason=Reason.MIGRATION)
    busy = there(*(MONDAY + timedelta(minutes=number) for number in range(20)))
    assert old[0].at in kept([*busy, *old])


def test_a_copy_from_before_a_migration_is_listed(casebook):
    backups.before_migration(casebook, 5).touch()
    assert [one.reason for one in backups.found(casebook)] == [Reason.MIGRATION]


@pytest.mark.parametrize(
    "name",
    [
        "notities.txt",
        "2026-11-23 09.14 bij openen.docx",
        "2026-11-23 09.14 van mij.tijdlijn",
        "2026-13-41 09.14 bij openen.tijdlijn",
        "kopie.tijdlijn",
    ],
)
def test_what_somebody_else_put_there_is_no_backup(casebook, name):
    folder = backups.make_folder(casebook)
    (folder / name).touch()
    assert backups.found(casebook) == ()
    backups.remove_unfinished(casebook)
    backups.remove_folder(casebook)
    assert (folder / name).exists()


def test_what_a_kill_left_is_taken_away(casebook):
    folder = backups.make_folder(casebook)
    left = folder / "2026-11-23 09.14 bij openen.tijdlijn.nieuw"
    left.touch()
    backups.remove_unfinished(casebook)
    assert not left.exists()

"""A part of the faults of `benchmarks/reliability`, small enough for every run; docs/reliability.md has the whole.

Each runs in a program of its own, as it forks, or has a window whose errors are its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.reliability import power

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks")
RECORDED = pytest.mark.skipif(not power.can_run(), reason="recording needs Linux and a C compiler")


def run(tmp_path: Path, count: int, *faults: str) -> str:
    """Make these faults so many times each; what was told, when all went as allowed."""
    return told(tmp_path, "benchmarks.reliability", *faults, "--count", str(count))


def told(tmp_path: Path, module: str, *words: str) -> str:
    """What a program says that ends well."""
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT), *sys.path])
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        env={**os.environ, "PYTHONPATH": path, "TMPDIR": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_kills_during_edits_lose_nothing(tmp_path: Path) -> None:
    assert "50 done" in run(tmp_path, 50, "kills")


def test_damaged_bytes_show_nothing_wrong(tmp_path: Path) -> None:
    assert "60 done" in run(tmp_path, 60, "damage")


@RECORDED
def test_power_cuts_lose_nothing_and_would_with_other_settings(tmp_path: Path) -> None:
    assert "300 cuts" in run(tmp_path, 6, "power")
    assert " lost" in run(tmp_path, 1, "power-off")
    assert " lost" in run(tmp_path, 1, "power-sqlite")
    assert "backup damaged" in run(tmp_path, 1, "power-unsynced")


def test_errors_nobody_foresaw_tell_nothing_and_leave_nothing_half_done(tmp_path: Path) -> None:
    assert "15 done" in run(tmp_path, 15, "exceptions")


def test_kills_elsewhere_leave_the_old_or_the_new(tmp_path: Path) -> None:
    said = run(tmp_path, 3, "kill-rekey", "kill-import", "kill-migration", "kill-export")
    assert said.count("as allowed") == 4


def test_two_programs_never_write_both(tmp_path: Path) -> None:
    assert "as allowed" in run(tmp_path, 10, "races")


def test_the_main_job_asks_for_no_socket(tmp_path: Path) -> None:
    assert "sockets: 0 asked for (none) in: open, edit, import" in told(tmp_path, "benchmarks.reliability.sockets")

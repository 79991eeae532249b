"""A run of one fault many times, that can be stopped and taken up again.

The rule: run number N depends on nothing but its number, so that what it found can be found again.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

Run = Callable[[int, Path], Iterable[str]]
"""Makes the fault once, in a folder of its own; gives a word per thing that was wrong (or, with `+`, only counted)."""
PROGRESS_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault. A `control` must find something wrong: else the others prove nothing."""

    name: str
    run: Run
    count: int
    control: bool = False


def fulfil(fault: Fault, count: int, state: Path) -> bool:
    """Go on until this many runs are done, counted from what was done before; whether all went as allowed."""
    state.mkdir(parents=True, exist_ok=True)
    kept = state / f"{fault.name}.json"
    told: dict[str, int] = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    found, told_at = Counter(told), time.monotonic()
    while found["done"] < count:
        number = found["done"]
        folder = Path(tempfile.mkdtemp(prefix="tl-reliable-"))
        try:
            wrong = list(fault.run(number, folder))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        for word in wrong:
            if not word.startswith("+") and not fault.control:
                print(f"  {fault.name} {number}: {word}", flush=True)
        found.update(word.split(":")[0] for word in wrong)
        found["done"] += 1
        if time.monotonic() - told_at > PROGRESS_SECONDS or found["done"] == count:
            told_at = time.monotonic()
            kept.write_text(json.dumps(found), "utf-8")
            print(line(fault, found), flush=True)
    return is_allowed(fault, found)


def is_allowed(fault: Fault, found: Counter[str]) -> bool:
    """Nothing was wrong; of a control something was."""
    wrong = sum(number for word, number in found.items() if word != "done" and not word.startswith("+"))
    return wrong > 0 if fault.control else wrong == 0


def line(fault: Fault, found: Counter[str]) -> str:
    """The counts of a fault, on one line."""
    words = (f"{number} {word.lstrip('+')}" for word, number in sorted(found.items()) if word != "done")
    return f"{fault.name}: {found['done']} done; {', '.join(words) or 'nothing wrong'}"

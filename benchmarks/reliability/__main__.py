"""Make faults on purpose and count what came of them: `python -m benchmarks.reliability [FAULT ...] [--count N]`.

With `--state FOLDER` a run goes on where it was stopped. It ends with 1 when anything was wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.reliability import damage, exceptions, kills, power, races, whole
from benchmarks.reliability.casebooks import cheap_keys
from benchmarks.reliability.runs import Fault, fulfil

FAULTS = (
    Fault("kills", kills.kill, 2_000),
    Fault("damage", damage.damage, 2_000),
    Fault("races", races.race, 500),
    *(Fault(f"kill-{name}", run, 200) for name, run in whole.KILLS.items()),
    Fault("exceptions", exceptions.force, 1_000),
    Fault("power", power.ours, 10_000 // power.CUTS),
    Fault("power-off", power.off, 20, control=True),
    Fault("power-sqlite", power.sqlite, 20, control=True),
    Fault("power-unsynced", power.unsynced, 20, control=True),
)


def main() -> int:
    """Run the faults that are named, or all."""
    parser = argparse.ArgumentParser(prog="benchmarks.reliability", description=__doc__)
    parser.add_argument("faults", nargs="*", metavar="FAULT", help=", ".join(one.name for one in FAULTS))
    parser.add_argument("--count", type=int, help="how often each fault is made, in place of its own number")
    parser.add_argument("--state", type=Path, help="where is kept how far a run came")
    given = parser.parse_args()
    if unknown := set(given.faults) - {one.name for one in FAULTS}:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    cheap_keys()
    went = []
    for fault in FAULTS:
        if not given.faults or fault.name in given.faults:
            state, began = given.state or Path(tempfile.mkdtemp()), time.monotonic()
            went.append(fulfil(fault, given.count or fault.count, state))
            print(
                f"{fault.name}: {'as allowed' if went[-1] else 'WRONG'}, {time.monotonic() - began:.0f} s", flush=True
            )
    return 0 if all(went) else 1


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # a window of these runs is not taken down in order

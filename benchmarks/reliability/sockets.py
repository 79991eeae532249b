"""The main job of a day with every socket counted: open, edit, import, export, print, present, lock. Allowed: none.

Counted by Python's audit hook from before the first import of the program; run it under `unshare -rn` as well, where
nothing can be reached, and under `strace -f -e trace=socket` to see what native code asks.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

OPENED: list[str] = []
sys.addaudithook(lambda event, _: OPENED.append(event) if event.startswith("socket.") else None)


def main() -> int:
    """Do the job, and print how often a socket was asked for."""
    from benchmarks.reliability.casebooks import cheap_keys
    from benchmarks.reliability.exceptions import Session

    from tijdlijn.model.entries import Entry
    from tijdlijn.model.vocabulary import Kind
    from tijdlijn.services import editing, exporting, importing

    cheap_keys()
    session, done = Session(), []
    window, controller = session.window, session.space.controller
    done.append("open")
    assert controller.do(editing.add_entry, Entry("nieuw", Kind.SIGNAAL, "melding")) is not None
    assert controller.undo() is not None
    done.append("edit")
    with tempfile.TemporaryDirectory() as kept:
        table = Path(kept) / "tabel.csv"
        table.write_text("date,kind,title\n2019-03,signaal,Ingelezen\n", "utf-8")
        plan = importing.plan_import(controller.book, controller.case.id, importing.read_files([table]))
        assert importing.commit_import(controller.book, plan) is not None
        controller.refresh()
        done.append("import")
        for ending in (".pdf", ".docx", ".png", ".xlsx"):
            path = Path(kept) / f"uit{ending}"
            exporting.export_case(controller.book, controller.case.id, path)
            assert path.stat().st_size > 0
            done.append(f"export {ending}")
    for command in ("print", "export", "import", "present", "lock"):
        window.actions_by_id[command].trigger()
        session.settle()
        done.append(command)
    print(f"sockets: {len(OPENED)} asked for ({', '.join(sorted(set(OPENED))) or 'none'}) in: {', '.join(done)}")
    return 1 if OPENED else 0


if __name__ == "__main__":
    sys.exit(main())

"""The file under an open casebook: whether it can be written now, and what happened when it no longer could.

The rule: nothing is called saved that is not on disk in the file that was opened. When a change fails because of the
file, or the file cannot be read, what is known of it stays in memory and nothing more is written until the file is
itself again (`try_again`) or the casebook goes on in another one (`go_on_in`). A disk that is full can be tried again
by any change.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tijdlijn.model.parameters import CaseError
from tijdlijn.model.problems import Problem
from tijdlijn.storage import audit, errors
from tijdlijn.storage.audit import Event
from tijdlijn.storage.casebook_file import CasebookFile
from tijdlijn.storage.errors import FileProblem
from tijdlijn.storage.generation import Generation
from tijdlijn.storage.read_only import Access, Hindrance, Why

if TYPE_CHECKING:
    from tijdlijn.storage.engine import Connection

BROKEN = (
    "De wijziging is niet bewaard, omdat een regel of medewerker verwijst naar iets wat er niet (meer) is. "
    "Al het andere is gebleven; kies de personen, partijen en bronnen opnieuw."
)
_STOPS = {errors.MOVED, errors.OTHER, errors.PROTECTED, errors.FAILED, errors.DAMAGED, errors.UNREADABLE}
"""After these nothing is written until the file is itself again."""
_WAITS = {errors.FULL, errors.IN_USE}
"""After these a change may be tried again as it is."""
_WHILE_OPEN = {
    errors.NO_ACCESS: errors.PROTECTED,
    errors.MISSING: errors.MOVED,
    errors.WRONG_OR_DAMAGED: errors.OTHER,
}
_WHILE_READ = {
    errors.DAMAGED: errors.DAMAGED,
    errors.FAILED: errors.UNREADABLE,
    errors.NO_ACCESS: errors.UNREADABLE,
    errors.MISSING: errors.UNREADABLE,
    errors.WRONG_OR_DAMAGED: errors.UNREADABLE,
}
"""What it is called when reading fails, of which no change is the victim. What is not here, as a busy file, passes."""


class Standing(Enum):
    """What can be done with a casebook now. `WAITS` is one of which the last change was not saved, and the next may."""

    WRITABLE = auto()
    READ_ONLY = auto()
    WAITS = auto()
    STOPPED = auto()


@dataclass(frozen=True, slots=True)
class Condition:
    """How a casebook stands; `sentence` is what went wrong, `hindrance` why it was opened to be read only.

    `is_unread` says that it could not be read, so that no change was lost.
    """

    standing: Standing = Standing.WRITABLE
    sentence: str = ""
    hindrance: Hindrance | None = None
    is_unread: bool = False

    @property
    def can_edit(self) -> bool:
        """Whether a change may be tried."""
        return self.standing in (Standing.WRITABLE, Standing.WAITS)


class Guarded:
    """Holds one file, and knows how it stands. The window and one worker thread may use it at the same time."""

    def __init__(self, file: CasebookFile) -> None:
        self._file = file
        self._guard = threading.RLock()
        self._trouble: FileProblem | None = None
        self._is_unread = False
        self._watchers: list[Callable[[], object]] = []

    @property
    def path(self) -> Path:
        """The file, absolute."""
        return self._file.path

    @property
    def generation(self) -> Generation:
        """Which casebook it is, and how often it was written when it was last looked at."""
        return self._file.generation

    @property
    def condition(self) -> Condition:
        """How it stands now."""
        trouble, hindrance = self._trouble, self._file.hindrance
        if trouble is None:
            return Condition(Standing.READ_ONLY if hindrance else Standing.WRITABLE, hindrance=hindrance)
        standing = Standing.STOPPED if trouble.kind in _STOPS else Standing.WAITS
        return Condition(standing, trouble.sentence, hindrance, self._is_unread)

    @property
    def is_logged(self) -> bool:
        """Whether what is done with it comes in a log; what leaves the program must."""
        return self._file.hindrance is None

    def watch(self, watcher: Callable[[], object]) -> None:
        """Call this whenever the condition changes, in whichever thread."""
        self._watchers.append(watcher)

    def note(self, event: Event, case_id: str = "", *, result: str = audit.DONE, **detail: Any) -> None:
        """Add a line to the audit log; `detail` holds codes and counts, no content. Raises Problem.

        Of a casebook that is only read nothing is noted.
        """
        self.jot(lambda raw: audit.add(raw, event, case_id, result=result, **detail))

    def jot(self, write: Callable[[Any], None]) -> None:
        """Write something that is no step by the driver's connection alone, as while somebody types. Raises Problem.

        Of a casebook that is only read nothing is written.
        """
        if self._file.hindrance is None:
            with self._kept(BROKEN), self._file.noting() as raw:
                write(raw)

    def try_again(self) -> None:
        """Make it writable, when its file is free and itself again. Raises Problem; then it stands as it stood.

        All that is read afterwards is read from the file.
        """
        with self._guard:
            if self._file.hindrance is not None:
                self._take_up(self._file.at(self.path))
                return
            trouble = self._trouble
            if trouble is not None and trouble.kind in _STOPS:
                self._file.reconnect()
            self._trouble = None
            try:
                self.note(Event.OPENED, again=1)
            except FileProblem:
                self._trouble = self._trouble or trouble
                raise
            self._read_anew()
        self._tell()

    def look_again(self) -> None:
        """Read anew a casebook that another has, as it is now. Raises Problem; then it stays as it was."""
        with self._guard:
            if self._file.hindrance is not None:
                self._take_up(self._file.at(self.path, Access.ANY))

    def go_on_in(self, path: Path) -> None:
        """Leave the file for another one under the same key, a copy of it. Raises Problem; then nothing changed."""
        with self._guard:
            self._take_up(self._file.at(path))

    def is_as_left(self) -> bool:
        """Whether all that was saved can still be read from what is open. Raises Problem when nothing can be read."""
        with self._guard:
            return self._file.is_as_left()

    def copy(self, target: Path, *, overwrite: bool = False) -> None:
        """Write a verified copy under the same passphrase. Raises Problem when `target` exists, unless `overwrite`."""
        with self._guard:
            self._file.copy(target, overwrite=overwrite)

    def make_like(self, target: Path, fill: Callable[[Connection], None]) -> None:
        """Make another casebook under the same passphrase; `fill` writes its first records. Raises Problem."""
        with self._guard:
            self._file.make_like(target, fill)

    def check(self) -> None:
        """Check the whole file. Raises Problem when anything in it is damaged."""
        with self._guard:
            self._file.check()

    def _read_anew(self) -> None:
        """Drop what was read of the file before."""
        raise NotImplementedError

    def _take_up(self, file: CasebookFile) -> None:
        former, self._file = self._file, file
        try:
            self._read_anew()
            self._trouble = None
            self.note(Event.OPENED)
        except BaseException:
            self._file = former
            file.close()
            raise
        with suppress(Exception):  # of a file that went away nothing more is asked
            former.close()
        self._tell()

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        with self._guard, self._judged(errors.DAMAGED), self._heard(), self._file.reading() as connection:
            yield connection

    @contextmanager
    def _heard(self) -> Iterator[None]:
        """Within it the file is read, and stays readable or is told as trouble."""
        try:
            yield
        except FileProblem as found:
            if found.kind not in _WHILE_READ:
                raise
            trouble = errors.problem(_WHILE_READ[found.kind], self.path)
            if self._trouble is None or self._trouble.kind not in _STOPS:
                self._trouble, self._is_unread = trouble, True
                self._tell()
            raise trouble from None

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._kept(BROKEN), self._file.writing() as connection:
            yield connection

    @contextmanager
    def _kept(self, broken: str) -> Iterator[None]:
        """Within it something is written, which is on disk afterwards or is told as trouble."""
        with self._guard, self._judged(broken):
            before = self._trouble
            if before is not None and before.kind in _STOPS:
                raise before
            try:
                yield
            except FileProblem as found:
                trouble = errors.problem(_WHILE_OPEN.get(found.kind, found.kind), self.path)
                if trouble.kind not in _STOPS | _WAITS:
                    raise
                self._trouble, self._is_unread = trouble, False
                self._tell()
                raise trouble from None
            self._trouble = None
            if before is not None:
                self._tell()

    @contextmanager
    def _judged(self, broken: str) -> Iterator[None]:
        """A snapshot that does not hold together is said with `broken`; a value nobody could write is damage."""
        try:
            yield
        except CaseError:
            raise Problem(broken.format(name=self.path.name)) from None
        except (ValueError, KeyError):
            raise errors.problem(errors.DAMAGED, self.path) from None

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()


__all__ = ["Access", "Condition", "Guarded", "Hindrance", "Standing", "Why"]

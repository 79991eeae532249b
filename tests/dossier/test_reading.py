"""Reading in a process of its own: what a hostile document can reach, and that nothing of it stays behind."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.dossier import posts, prints
from tests.dossier.test_sheets_in import journal
from tijdlijn import __main__
from tijdlijn.dossier import CHILD_ARGUMENT, bounds, reading, wire
from tijdlijn.dossier.formats import ENDINGS, read_here
from tijdlijn.dossier.reading import ReadingCancelled, read_bytes, read_document, read_documents
from tijdlijn.model.documents import Block, BlockKind, Document
from tijdlijn.model.problems import Problem

TEXT = b"Op 3 maart 2020 belde moeder.\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="limits of the system itself")


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """After every test no child and no thread is left."""
    yield
    if os.name == "posix":
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)
    assert not any(thread.name.startswith("lezen") for thread in threading.enumerate())


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes the child run these lines instead of reading; `data` and `name` are what it was given."""

    def use(body: str) -> None:
        lines = "\n".join(f"    {line}" for line in body.splitlines())
        head = "import os, socket, subprocess, time\nfrom tijdlijn.dossier.child import serve\ndef read(data, name):"
        program = f"{head}\n{lines}\n"
        command = [sys.executable, "-P", "-B", "-c", f"{program}serve(lambda data, name: read)"]
        monkeypatch.setattr(reading, "command", lambda: command)

    return use


def refusal(data: bytes = TEXT, name: str = "brief.txt", cancelled: Callable[[], bool] = lambda: False) -> str:
    with pytest.raises(Problem) as problem:
        read_bytes(data, name, cancelled)
    return problem.value.sentence


def test_a_document_reads_the_same_as_without_a_process(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(TEXT)
    assert read_document(path) == read_here(TEXT, "brief.txt")


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("rapport.pdf", prints.report),
        ("journaal.xlsx", journal),
        ("mail.msg", lambda: posts.outlook({0x0037: "Gesprek", 0x1013: b"<p>Op 3 maart 2020</p>"})),
        (
            "mail.eml",
            lambda: bytes(posts.with_attachments(posts.mail(), ("a.pdf", prints.report()), ("b.xlsx", journal()))),
        ),
        ("tabel.csv", lambda: b"datum;wat\n3 maart 2020;gesprek\n"),
        ("pagina.html", lambda: "<p>Op 3 maart 2020 één</p>".encode("cp1252")),
    ],
)
def test_every_reader_has_all_it_needs_within_its_bounds(name: str, make: Callable[[], bytes]) -> None:
    data = make()
    assert read_bytes(data, name) == read_here(data, name)


@POSIX
def test_one_that_never_ends_is_stopped_by_its_clock(
    reader: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "CLOCK", 0.4)
    reader("while True: pass")
    started = time.monotonic()
    assert "seconden" in refusal()
    assert time.monotonic() - started < 2


@POSIX
def test_one_that_uses_up_its_processor_time_is_stopped_by_the_system(reader: Callable[[str], None]) -> None:
    reader("import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 8))\nwhile True: pass")
    assert "seconden" in refusal()


@POSIX
def test_one_that_wants_all_memory_is_told_off_in_words(reader: Callable[[str], None]) -> None:
    reader("x = bytearray(3_000_000_000)")
    assert "geheugen" in refusal()


@POSIX
@pytest.mark.parametrize(
    "body", ["os.abort()", "os.kill(os.getpid(), 11)", "os._exit(3)", "os.write(1, b'{\"text\": 3}'); os._exit(0)"]
)
def test_one_that_falls_over_is_a_clear_sentence(reader: Callable[[str], None], body: str) -> None:
    reader(body)
    assert "beschadigd" in refusal()


@pytest.mark.parametrize(
    "act",
    [
        "open('uit.txt', 'w')", "os.open('uit.txt', os.O_CREAT | os.O_WRONLY)", "os.remove('iets')",
        "os.rename('a', 'b')",
        "os.mkdir('map')", "socket.socket()", "socket.getaddrinfo(b'localhost', 80)", "subprocess.run(['true'])",
        "os.system('true')", "os.open('/etc/hostname', os.O_RDONLY)", "os.symlink('a', 'b')",
    ],
)  # fmt: skip
def test_nothing_can_be_written_sent_or_started(
    reader: Callable[[str], None], act: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reader(
        f'try: {act}\nexcept PermissionError: os.write(1, b\'{{"problem": "geweigerd"}}\'); os._exit(0)\nos._exit(3)'
    )
    assert refusal() == "geweigerd"
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_the_system_itself_gives_no_new_handle(reader: Callable[[str], None]) -> None:
    reader('try: os.dup(1)\nexcept OSError: os.write(1, b\'{"problem": "geen"}\'); os._exit(0)')
    assert refusal() == "geen"


@POSIX
def test_it_is_bound_to_what_is_promised(reader: Callable[[str], None]) -> None:
    """A gigabyte, eight seconds of processor, ten by the clock; nothing to write, no handle, no core."""
    reader(
        "from tijdlijn.model.problems import Problem\n"
        "import resource, signal\n"
        "kinds = [getattr(resource, f'RLIMIT_{name}') for name in ('AS', 'CPU', 'FSIZE', 'NOFILE', 'CORE')]\n"
        "raise Problem(f'{[resource.getrlimit(kind) for kind in kinds]} {0 < signal.alarm(0) <= 12}')"
    )
    bound = [1_000_000_000, 8, 0, 0, 0]
    assert refusal() == f"{[(most, most) for most in bound]} True"
    assert bounds.CLOCK == 10


@POSIX
def test_nothing_is_written_by_a_handle_that_is_there_already(
    reader: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The audit hook sees no handle that was open before; the system does."""
    path = tmp_path / "uit.txt"
    before = subprocess.Popen

    with path.open("wb") as held:
        monkeypatch.setattr(subprocess, "Popen", lambda *args, **more: before(*args, **more, pass_fds=(held.fileno(),)))
        reader(f"os.write({held.fileno()}, b'x')")
        assert "beschadigd" in refusal()
    assert path.read_bytes() == b""


def test_reading_stops_at_once_when_asked(reader: Callable[[str], None]) -> None:
    reader("time.sleep(60)")
    asked = time.monotonic()
    with pytest.raises(ReadingCancelled):
        read_bytes(TEXT, "brief.txt", lambda: True)
    assert time.monotonic() - asked < 0.3


def test_one_bad_document_never_stops_another(tmp_path: Path) -> None:
    contents = {"a.txt": TEXT, "b.pdf": b"%PDF-1.4 kapot", "c.txt": TEXT, "leeg.txt": b""}
    for name, data in contents.items():
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in (*contents, "weg.txt")]
    seen: list[int] = []
    results = read_documents(paths, progress=lambda at, path, result: seen.append(at))
    assert [isinstance(result, Document) for result in results] == [True, False, True, False, False]
    assert sorted(seen) == [0, 1, 2, 3, 4]
    assert "bestaat niet" in str(results[4])


def test_after_a_cancel_nothing_more_is_begun(tmp_path: Path) -> None:
    paths = [tmp_path / "weg.txt"] * 5
    assert all(isinstance(result, ReadingCancelled) for result in read_documents(paths, cancelled=lambda: True))


def test_the_program_is_its_own_reading_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert reading.command() == [sys.executable, CHILD_ARGUMENT]
    out = io.BytesIO()
    monkeypatch.setattr(bounds, "confine", lambda: None)
    monkeypatch.setattr(sys, "argv", ["tijdlijn", CHILD_ARGUMENT])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(wire.request(TEXT, "brief.txt"))))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out))
    assert __main__.main() == 0
    assert wire.answered(out.getvalue()) == read_here(TEXT, "brief.txt")


def test_nothing_about_the_document_is_seen_from_outside() -> None:
    assert all("brief" not in word for word in reading.command())
    assert set(reading._environment()) <= {"PYTHONPATH", "SYSTEMROOT", "WINDIR"}


@pytest.mark.parametrize(
    "blocks",
    [
        (Block(BlockKind.PARAGRAPH, 0, 99),),
        (Block(BlockKind.PARAGRAPH, 4, 2),),
        (Block(BlockKind.PARAGRAPH, 0, 3), Block(BlockKind.PARAGRAPH, 2, 4)),
        (Block(BlockKind.ROW, 0, 3, cells=((0, 9),)),),
    ],
)
def test_an_answer_that_does_not_hold_is_refused(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(wire.Garbled):
        wire.answered(wire.answer(Document("a", "txt", "tekst", blocks)))


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def laughs() -> bytes:
    """Twelve entities, each ten times the one before."""
    entities = b"".join(
        b'<!ENTITY b%d "%s">' % (at, b"&%s;" % (b"a" if not at else b"b%d" % (at - 1)) * 10) for at in range(12)
    )
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = b'<w:document xmlns:w="%s">&b11;</w:document>' % space
    return b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">' + entities + b"]>" + body


NESTED = b"Content-Type: multipart/mixed; boundary=a\n\n"


def deep_pages(count: int, depth: int) -> bytes:
    """A PDF whose tree of pages is this deep, or that says it has this many pages."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    objects += [b"<</Type/Pages/Count %d/Kids[%d 0 R]>>" % (count, at + 3) for at in range(depth)]
    objects.append(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>")
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%sendobj\n" % (at, each) for at, each in enumerate(objects, start=1))
    return body + b"trailer<</Root 1 0 R/Size %d>>\n%%%%EOF" % (len(objects) + 1)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("lach.docx", lambda: zipped(word__document_xml=laughs())),
        ("bom.docx", lambda: zipped(word__document_xml=bytes(700_000_000))),
        ("veel.pdf", lambda: deep_pages(100_000, 1)),
        ("diep.pdf", lambda: deep_pages(1, 20_000)),
        ("delen.eml", lambda: b"MIME-Version: 1.0\n" + NESTED + (b"--a\n" + NESTED) * 100_000),
        ("lang.html", lambda: b"<html>" + b"<div><table><tr><td>" * 200_000),
        ("lang.csv", lambda: b'"' + b"a,b\n" * 500_000),
    ],
)  # fmt: skip
def test_hostile_documents_end_in_words_and_in_time(name: str, make: Callable[[], bytes]) -> None:
    started = time.monotonic()
    try:
        said = read_bytes(make(), name).name
    except Problem as problem:
        said = problem.sentence
    assert said.startswith(name)
    assert time.monotonic() - started < 12


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_BYTES", 10)
    (tmp_path / "groot.txt").write_bytes(TEXT)
    with pytest.raises(Problem, match="groter dan"):
        read_document(tmp_path / "groot.txt")


def test_what_cannot_be_read_is_told_with_what_can(tmp_path: Path) -> None:
    for data in (b"\x89PNG\r\n\x1a\n" + bytes(50), b"Rar!\x1a\x07\x00" + bytes(50), b"\x7fELF\x02\x01\x01" + bytes(60)):
        with pytest.raises(Problem, match=r"Te lezen zijn Word \(\.docx\)"):
            read_here(data, "iets.bin")
    assert set(ENDINGS) >= {"docx", "pdf", "msg", "csv"}

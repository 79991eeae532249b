"""How long a whole dossier takes to read: 60 files, some 300 pages, every format, each in a process of its own.

python benchmarks/dossier.py [FILES]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from reportlab.platypus import PageBreak
from tests.dossier import office, posts, prints
from tests.dossier.test_sheets_in import journal

from tijdlijn.dossier.reading import read_documents
from tijdlijn.model.documents import Document

PAGES_OF_A_REPORT = 14
CHARACTERS_OF_A_PAGE = 2_800


def report() -> bytes:
    """A long report."""
    parts = []
    for page in range(PAGES_OF_A_REPORT):
        parts.append(prints.paragraph(f"{page + 1}. Verloop", "Heading2"))
        parts.extend(prints.paragraph(prints.LONG) for _ in range(8))
        parts.append(PageBreak())
    return prints.flowing(*parts)


def dossier(folder: Path, files: int) -> list[Path]:
    """Writes the files; gives them in order."""
    kinds: dict[str, bytes] = {
        "pdf": report(),
        "docx": office.samples()["rijk.docx"],
        "eml": bytes(posts.with_attachments(posts.mail(), ("brief.pdf", prints.report()))),
        "odt": office.samples()["rijk.odt"],
        "xlsx": journal(sheets=2),
        "msg": posts.outlook({0x0037: "Gesprek", 0x1000: prints.LONG * 8}),
        "rtf": office.samples()["rijk.rtf"],
        "txt": (prints.LONG + "\n\n").encode() * 60,
        "html": b"<html>" + f"<p>{prints.LONG}</p>".encode() * 60,
    }
    order = ["pdf", "docx", "eml", "pdf", "odt", "xlsx", "msg", "rtf", "txt", "html"]
    paths = []
    for at in range(files):
        ending = order[at % len(order)]
        path = folder / f"{at:02}.{ending}"
        path.write_bytes(kinds[ending])
        paths.append(path)
    return paths


def main() -> None:
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as folder:
        paths = dossier(Path(folder), files)
        seen: list[float] = []
        started = time.perf_counter()
        results = read_documents(paths, progress=lambda *_: seen.append(time.perf_counter() - started))
        took = time.perf_counter() - started
    read = [result for result in results if isinstance(result, Document)]
    characters = sum(len(document.text) for document in read)
    pages = sum(len(document.pages) or max(1, len(document.text) // CHARACTERS_OF_A_PAGE) for document in read)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{len(read)} of {files} files, {pages} pages, {characters} characters: {took:.1f} s")
    print(f"first after {seen[0]:.2f} s; most memory of a reading process {memory} MB")


if __name__ == "__main__":
    main()

"""What must hold of the project as a whole: what is pinned, what ships, and what may not creep in."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

import tijdlijn
from tijdlijn.assets import resource
from tijdlijn.ui.commands import MENUS

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
LOCKS = {
    RUN_LOCK: PROJECT["project"]["dependencies"],
    DEV_LOCK: PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"],
    ROOT / "packaging/requirements-build.lock": PROJECT["dependency-groups"]["build"],
    ROOT / "packaging/requirements-package.lock": PROJECT["dependency-groups"]["package"],
}

PURE = ["model", "language", "analysis", "drawing", "layout"]
FRAMEWORKS = ["PySide6", "shiboken6", "sqlalchemy", "sqlcipher3", "reportlab"]
NETWORK = {"socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "asyncio", "requests"}
NETWORK |= {"PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def required(lines: list[str]) -> set[str]:
    return {normal(re.split(r"[<>=!~; \[]", line, maxsplit=1)[0]) for line in lines}


def pins(lock: Path) -> dict[str, str]:
    """Package → version, of a lock file."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {normal(name): pinned for name, pinned in found}


def imports(source: Path) -> Iterator[str]:
    """Every module that a source file names in an import, wherever it stands; "a.b" for `from a import b` too."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reaches_out(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in NETWORK)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_every_dependency_of_the_project(lock: Path) -> None:
    assert required(LOCKS[lock]) <= pins(lock).keys()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_has_a_hash_for_every_pin_and_no_address(lock: Path) -> None:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8").strip())[1:]
    assert blocks
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"https?:|file:|--index-url|--find-links", "\n".join(blocks))


def test_the_tests_run_with_what_users_run_with() -> None:
    assert pins(RUN_LOCK).items() <= pins(DEV_LOCK).items()


def test_a_lock_never_holds_what_the_project_refuses() -> None:
    # PySide6 6.12.0 aborts on Python 3.11 after some 5,000 void Qt calls
    declared = [line for line in PROJECT["project"]["dependencies"] if line.startswith("PySide6")]
    assert declared == ["PySide6-Essentials>=6.11.3,<6.12"]
    assert pins(RUN_LOCK)["pyside6-essentials"].startswith("6.11.")
    assert version("PySide6-Essentials").startswith("6.11.")


def test_the_version_is_said_once() -> None:
    assert PROJECT["project"]["version"] == tijdlijn.__version__
    assert f"## [{tijdlijn.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_licence_is_there_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    articles = [int(number) for number in re.findall(r"^(\d+)\.[A-Z]", text, flags=re.MULTILINE)]
    assert articles == list(range(1, 16))
    assert text.rstrip().endswith(
        "All other changes or additions to this Appendix require the production of a new EUPL version."
    )


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "packaging/README.md", "docs/handleiding.md"])
def test_what_a_page_links_to_is_there(page: str) -> None:
    text = re.sub(r"<!--.*?-->", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.DOTALL)
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).exists()] == []


def test_the_manual_names_every_key_of_the_window() -> None:
    commands = [command for _, menu in MENUS for command in menu if command.keys]
    manual = (ROOT / "docs/handleiding.md").read_text(encoding="utf-8")
    assert commands
    assert [(command.text, command.keys[0]) for command in commands if f"`{command.keys[0]}`" not in manual] == []


@pytest.mark.parametrize("name", ["Regular", "Semibold", "Bold", "It"])
def test_each_face_of_the_font_ships_as_truetype(name: str) -> None:
    assert resource("fonts", f"SourceSansPro-{name}.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00"


def test_the_licence_of_the_font_ships_with_it() -> None:
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text(encoding="utf-8").upper()


def test_a_missing_resource_is_an_error_and_not_an_empty_path() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-face"):
        resource("fonts", "no-such-face.ttf")


def test_no_source_file_is_longer_than_400_lines() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: length for name, length in lengths.items() if length > 400} == {}


def test_nothing_in_the_program_reaches_for_the_network() -> None:
    found = [(path.name, module) for path in SOURCES for module in imports(path) if reaches_out(module)]
    assert found == []


def test_the_look_for_network_imports_sees_every_way_to_write_one(tmp_path: Path) -> None:
    source = tmp_path / "x.py"
    source.write_text(
        "def f():\n    import urllib.request as u\nfrom http import client\nfrom PySide6 import QtNetwork\n"
    )
    assert {module for module in imports(source) if reaches_out(module)} == {
        "urllib.request",
        "http",
        "http.client",
        "PySide6.QtNetwork",
    }


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_library_for_a_network_comes_along(lock: Path) -> None:
    """With the packager's own, which tells what it packed, go some; what users run with has none."""
    others = {"requests", "urllib3", "httpx", "aiohttp", "websockets", "certifi", "pyside6-addons", "sentry-sdk"}
    assert not (others & pins(lock).keys()) or lock.name in ("requirements-package.lock", "requirements-dev.lock")
    assert not (others & pins(RUN_LOCK).keys())


def test_what_could_reach_a_network_is_not_shipped() -> None:
    """`socket` and `http.client` are, as SQLAlchemy imports them; nothing asks them for anything."""
    spec = ast.parse((ROOT / "packaging/tijdlijn.spec").read_text(encoding="utf-8"))
    told = {
        target.id: ast.literal_eval(node.value)
        for node in spec.body
        if isinstance(node, ast.Assign) and isinstance(target := node.targets[0], ast.Name)
        if target.id.endswith("_NOT_SHIPPED") or target.id == "NOT_SHIPPED"
    }
    assert set(told["NOT_SHIPPED"]) >= {
        "PySide6.QtNetwork",
        "ssl",
        "_ssl",
        "ftplib",
        "smtplib",
        "http.server",
        "xmlrpc",
    }
    assert "Network" in told["QT_LIBRARIES_NOT_SHIPPED"]
    assert set(told["QT_PLUGINS_NOT_SHIPPED"]) >= {"tls/", "networkinformation/"}
    used = {node.arg: ast.unparse(node.value) for node in ast.walk(spec) if isinstance(node, ast.keyword)}
    assert used["excludes"] == "NOT_SHIPPED"
    assert ast.unparse(spec).count("is_shipped(entry[0])") == 2


@pytest.mark.parametrize("package", PURE)
def test_a_pure_package_brings_in_no_framework(package: str) -> None:
    modules = [f"tijdlijn.{package}", *(f"tijdlijn.{package}.{path.stem}" for path in _modules(package))]
    code = f"import sys, {', '.join(modules)}; print(*(name for name in {FRAMEWORKS} if name in sys.modules))"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=_environment(), timeout=60
    )
    assert (result.returncode, result.stdout.split()) == (0, []), result.stderr


def _modules(package: str) -> list[Path]:
    return [path for path in sorted((ROOT / "src/tijdlijn" / package).glob("*.py")) if path.stem != "__init__"]


def _environment() -> dict[str, str]:
    return {"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"}

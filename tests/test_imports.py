"""Imports point one way: each layer only to what stands before it, the stages never to one another."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import rashomon

ROOT = Path(rashomon.__file__).parent
STAGES = ("ingest", "clean", "read", "group", "align", "account")
LAYERS = (
    ("core",),
    ("outlets",),
    (*STAGES, "stores"),
    ("settings",),
    ("pipeline",),
    ("archive",),
    ("runs",),
    ("engines", "checks", "demo"),
    ("present",),
    ("__main__",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
TOP = len(LAYERS)
HEAVY = {
    "alembic", "brotli", "charset_normalizer", "courlan", "feedparser", "ftfy", "httpcore", "httpx", "hypothesis",
    "dask", "distributed", "fastapi", "jinja2", "lxml", "mcp", "numpy", "pandas", "polars", "psycopg", "py3langid",
    "pydantic", "rapidfuzz", "scipy", "sentencex", "spacy", "sqlalchemy", "starlette", "thinc", "trafilatura",
    "uvicorn", "zstandard",
}  # fmt: skip
MODULES = sorted(ROOT.rglob("*.py"))


def part_of(path: Path) -> str:
    """The layer member a file belongs to: its folder under the package, or its own name; "" for the package itself."""
    first = path.relative_to(ROOT).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


@cache
def imported(path: Path) -> tuple[tuple[int, str], ...]:
    """Every module that a file imports, late imports and those for type checkers too, with its line."""
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[tuple[int, str]]:
    package = ("rashomon", *path.relative_to(ROOT).parent.parts)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            yield node.lineno, module
            if module == "rashomon":
                yield from ((node.lineno, f"rashomon.{alias.name}") for alias in node.names)


SERVED = ("present/server/", "present/rest/", "present/web/")


def _loads(path: Path, modules: set[str]) -> set[str]:
    """The modules of those that a file imports, a name taken from a package standing for its module of that name."""
    tree = ast.parse(path.read_text("utf-8"))
    taken = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    found: set[str] = set()
    for node in taken:
        own = {f"{node.module}.{alias.name}" for alias in node.names}
        found |= own & modules or {f"{node.module}"} & modules
    return found


def test_no_module_of_the_server_stands_in_a_circle_with_another_late_imports_among_them() -> None:
    paths = [path for path in MODULES if path.relative_to(ROOT).as_posix().startswith(SERVED)]
    names = {".".join(("rashomon", *path.relative_to(ROOT).with_suffix("").parts)): path for path in paths}
    names = {name.removesuffix(".__init__"): path for name, path in names.items()}
    left = {name: _loads(path, set(names)) - {name} for name, path in names.items()}
    while free := {name for name, needed in left.items() if not needed & set(left)}:
        left = {name: needed for name, needed in left.items() if name not in free}
    assert not left, f"these import one another: {sorted(left)}"


def backwards(path: Path) -> Iterator[str]:
    """What a module imports that does not stand before it."""
    part = part_of(path)
    rank = RANK.get(part, TOP)
    for line, module in imported(path):
        if not module.startswith("rashomon."):
            continue
        other = module.split(".")[1]
        if other == part or other not in RANK:
            continue
        if RANK[other] >= rank:
            yield f"{path.relative_to(ROOT)}:{line} imports {module}"


def test_every_module_imports_only_what_stands_before_it() -> None:
    assert len(MODULES) > 500
    assert [fault for path in MODULES for fault in backwards(path)] == []


def test_every_part_of_the_package_has_its_place_in_the_order() -> None:
    parts = {part_of(path) for path in MODULES} - {""}
    assert parts <= RANK.keys()


@pytest.mark.parametrize("path", sorted((ROOT / "core").rglob("*.py")), ids=lambda path: path.name)
def test_the_core_rests_on_the_standard_library_alone(path: Path) -> None:
    for line, module in imported(path):
        first = module.split(".")[0]
        assert first in sys.stdlib_module_names or module.startswith("rashomon.core"), f"{path.name}:{line}: {module}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "helper", "common", "misc"}


CONNECTING = frozenset(
    """
    aiohttp asyncio ftplib h11 http httpcore httpx imaplib poplib requests smtplib socket socketserver ssl
    telnetlib urllib3 xmlrpc
    """.split()
)


LISTENING = ("present/server/", "present/web/", "present/rest/", "present/mcp/")
"""They answer who connects to them, which takes an event loop; they connect to nobody."""
ON_THE_WAY_IN = frozenset({"asyncio", "h11", "http", "http.cookies", "socket"})
"""What that takes."""


def connecting(path: Path) -> Iterator[str]:
    """What a module imports that opens connections."""
    for line, module in imported(path):
        opens = module.split(".")[0] in CONNECTING or module.startswith("urllib.request")
        if module in ON_THE_WAY_IN and path.relative_to(ROOT).as_posix().startswith(LISTENING):
            continue
        if opens:
            yield f"{path.relative_to(ROOT)}:{line} imports {module}"


def test_one_module_alone_opens_connections() -> None:
    alone = ROOT / "ingest" / "connections.py"
    assert [*connecting(alone)]
    assert [fault for path in MODULES if path != alone for fault in connecting(path)] == []


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; sys.argv = ['rashomon', '--help']\n"
        "from rashomon.present.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    loaded = set(shown.rsplit("LOADED", 1)[1].split())
    assert not loaded & HEAVY


def test_importing_a_stage_loads_no_parser() -> None:
    names = ", ".join(f"rashomon.{stage}" for stage in STAGES)
    program = f"import sys; import {names}; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert not set(shown.split()) & {"spacy", "thinc", "trafilatura"}


def test_the_test_sees_late_and_relative_imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "read" / "late.py"
    module.parent.mkdir()
    module.write_text("from . import parse\n\ndef run():\n    from rashomon.group import copies\n    import spacy\n")
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    assert [name for _, name in imported(module)] == ["rashomon.read", "rashomon.group", "spacy"]
    assert [*backwards(module)] == ["read/late.py:4 imports rashomon.group"]
    module.write_text("import httpx\n")
    imported.cache_clear()
    assert [*connecting(module)] == ["read/late.py:1 imports httpx"]

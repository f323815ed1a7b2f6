"""The house keeps its shape: imports run downwards, and nothing heavy is loaded where it is not used."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import corpuslint

PACKAGE = Path(corpuslint.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))
HEAVY = {
    "numpy",
    "scipy",
    "datasketch",
    "rapidfuzz",
    "rich",
    "jinja2",
    "regex",
    "charset_normalizer",
    "asyncio",
    "zipfile",
    "tempfile",
}


def imported(module: Path, *, late: bool = True) -> set[str]:
    """Names of the package's modules that a module imports; with `late` false, only at import time."""
    tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if late else iter(tree.body)
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return {name for name in names if name.startswith("corpuslint")}


def reaches(module: Path, forbidden: str) -> bool:
    return any(name == forbidden or name.startswith(forbidden + ".") for name in imported(module))


@pytest.mark.parametrize("module", [m for m in MODULES if m.name != "__main__.py"], ids=str)
def test_nothing_imports_the_command_line(module: Path) -> None:
    assert not reaches(module, "corpuslint.cli")


@pytest.mark.parametrize(
    "module", [m for m in MODULES if m.parts[0] == "engines" and m.name != "__init__.py"], ids=str
)
def test_engines_import_neither_each_other_nor_what_stands_above_them(module: Path) -> None:
    for above in ("engines", "catalog", "runner", "linting", "job", "output", "duplicates", "config"):
        assert not reaches(module, f"corpuslint.{above}")


@pytest.mark.parametrize("module", [m for m in MODULES if m.parts[0] == "output"], ids=str)
def test_formats_import_no_engine(module: Path) -> None:
    assert not reaches(module, "corpuslint.engines")


@pytest.mark.parametrize("module", [m for m in MODULES if m.parts[0] in {"corpus", "duplicates"}], ids=str)
def test_reading_and_comparing_know_nothing_of_checks(module: Path) -> None:
    for above in ("engines", "catalog", "runner", "linting", "job", "output", "config"):
        assert not reaches(module, f"corpuslint.{above}")


def test_no_subpackage_is_called_checks() -> None:
    assert not (PACKAGE / "checks" / "__init__.py").exists()


def compiled_on_import(module: Path) -> list[int]:
    """Lines on which a module compiles a regular expression while it is imported."""
    found: list[int] = []
    nodes: list[ast.AST] = [ast.parse((PACKAGE / module).read_text(encoding="utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            found.append(node.lineno)
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            nodes += ast.iter_child_nodes(node)
    return found


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_expression_is_compiled_before_a_text_needs_it(module: Path) -> None:
    assert not compiled_on_import(module), "write corpuslint.expressions.late for re.compile"


def loaded_by(arguments: list[str]) -> set[str]:
    """Top-level modules that the command loads in a process of its own."""
    program = (
        "import sys\n"
        "before = set(sys.modules)\n"
        "from corpuslint.cli import main\n"
        "try:\n"
        f"    main({arguments!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        "print('MODULES', *{name.partition('.')[0] for name in set(sys.modules) - before})\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_version_loads_nothing_heavy() -> None:
    assert not loaded_by(["--version"]) & {*HEAVY, "pathspec"}


def test_explain_loads_nothing_heavy() -> None:
    assert not loaded_by(["explain", "placeholder-letter"]) & {*HEAVY, "pathspec"}


def test_checking_one_small_file_loads_nothing_heavy(tmp_path: Path) -> None:
    path = tmp_path / "讲话.txt"
    path.write_text("同志们：\n全县共完成投资X万元。\n", encoding="utf-8")
    assert not loaded_by(["--ignore", "duplicate", "--isolated", str(path)]) & HEAVY

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trainer import __version__, language, paths, settings
from trainer.__main__ import main
from trainer.cli import main as command_line
from trainer.cli import parsing
from trainer.settings import Settings

ROOT = Path(__file__).parent.parent.parent
BUS = ROOT / "tests" / "data" / "scenarios" / "small-bus.yaml"

Captured = pytest.CaptureFixture[str]


def upstander(*given: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with these changes to the environment."""
    changed = {**os.environ, **environment}
    return subprocess.run(
        [sys.executable, "-m", "trainer", *given],
        capture_output=True,
        encoding="utf-8",
        env={name: value for name, value in changed.items() if value is not None},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("given", [["--version"], ["play", "--version"], ["--version", "check"]])
def test_version(capsys: Captured, given: list[str]) -> None:
    assert main(given) == 0
    assert capsys.readouterr().out == f"upstander {__version__}\n"


@pytest.mark.parametrize(
    "given",
    [
        ["--home", "{}", "play", str(BUS), "--choose", "1,1", "--record"],
        ["play", str(BUS), "--choose", "1,1", "--record", "--home", "{}"],
        ["play", "--home={}", str(BUS), "--choose", "1,1", "--record"],
    ],
)
def test_home_before_and_after_the_command(
    capsys: Captured, tmp_path: Path, given: list[str]
) -> None:
    elsewhere = tmp_path / "else where"
    assert main([part.format(elsewhere) for part in given]) == 0
    assert (elsewhere / "profiles" / "default" / "progress.db").exists()


def test_help_names_every_command(capsys: Captured) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    for name in ("check", "doctor", "play", "progress"):
        assert name in command_line.commands()
        assert name in told
    assert main(["play", "--help"]) == 0
    assert "--choose" in capsys.readouterr().out


@pytest.mark.parametrize(
    "given",
    [
        ["paly"],
        ["play", "--soft"],
        ["--home"],
        ["play", str(BUS), "--chose", "1"],
        ["--smok"],
        ["--", "x"],
    ],
)
def test_wrong_use(capsys: Captured, given: list[str]) -> None:
    assert main(given) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "--help" in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    ("given", "word", "said"),
    [
        (["play", "--home"], "expected one argument", "⟦expected one argument⟧"),
        (["play", "x", "y"], "unrecognized arguments: %s", "⟦unrecognized arguments: y⟧"),
        (["paly"], "invalid choice: %(value)r (choose from %(choices)s)", "⟦invalid choice: 'paly"),
        (["check"], "the following arguments are required: %s", "required: ⟦PATH⟧⟧"),
        (["play", "--json=1"], "ignored explicit argument %r", "⟦ignored explicit argument '1'⟧"),
        (["progress", "delete"], "one of the arguments %s is required", "⟦one of the arguments"),
        (
            ["progress", "delete", "--all", "--run", "1"],
            "not allowed with argument %s",
            "⟦argument --run: ⟦not allowed with argument --all⟧⟧",
        ),
        (
            ["progress", "list", "--limit", "x"],
            "invalid %(type)s value: %(value)r",
            "⟦argument --limit: ⟦invalid int value: 'x'⟧⟧",
        ),
    ],
)
def test_what_argparse_says_is_translated(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, given: list[str], word: str, said: str
) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", language.PSEUDO)
    assert word in parsing.ARGPARSE_SAYS
    assert main(given) == 2
    assert said in capsys.readouterr().err


def test_the_help_is_translated(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UPSTANDER_LANGUAGE", language.PSEUDO)
    assert main(["play", "--help"]) == 0
    told = capsys.readouterr().out
    for word in ("usage: ", "positional arguments", "options", "show this help message and exit"):
        assert word in parsing.ARGPARSE_SAYS
        assert f"⟦{word}⟧" in " ".join(told.split()) + told
    monkeypatch.setenv("UPSTANDER_LANGUAGE", "en")
    assert main(["play", "--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: upstander play [-h]")


def test_the_language_of_the_environment_and_of_the_settings(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.write(Settings(language=language.PSEUDO), paths.settings())
    assert main(["play", "nothing-like-it"]) == 2
    assert capsys.readouterr().err.startswith(language.OPEN)
    monkeypatch.setenv("UPSTANDER_LANGUAGE", "en")
    assert main(["play", "nothing-like-it"]) == 2
    assert not capsys.readouterr().err.startswith(language.OPEN)


def test_an_error_is_one_message(capsys: Captured) -> None:
    paths.profile().mkdir(parents=True)
    paths.database().write_bytes(b"no database at all" * 100)
    assert main(["play", str(BUS), "--choose", "1", "--record"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err
    assert "Traceback" not in told.err


def test_utf8_where_the_locale_is_c() -> None:
    done = upstander(
        "play", str(BUS), "--choose", "1", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert done.returncode == 0
    assert "“Is this seat dry?" in done.stdout


def test_without_a_screen_the_terminal_is_offered() -> None:
    done = upstander(DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "no screen" in done.stderr
    assert "play morning-train" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("display", "wayland"), [(":98765", None), (None, "wayland-98765"), ("nonsense", "nowhere")]
)
def test_a_screen_that_does_not_answer(display: str | None, wayland: str | None) -> None:
    done = upstander(DISPLAY=display, WAYLAND_DISPLAY=wayland, QT_QPA_PLATFORM=None)
    assert done.returncode == 1
    assert "play morning-train" in done.stderr
    assert "Traceback" not in done.stderr


def test_qt_that_cannot_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file')"
    )
    done = upstander(PYTHONPATH=str(tmp_path), QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "libEGL.so.1" in done.stderr
    assert "play morning-train" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_stops_early() -> None:
    command = f"{sys.executable} -m trainer play {BUS} --choose 1,1 | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )
    assert done.stdout == "Shouting on the 22 bus\n"
    assert done.stderr == ""


def test_the_commands_do_without_qt() -> None:
    code = (
        "import sys; from trainer.__main__ import main; "
        f"main(['play', {str(BUS)!r}, '--choose', '1,1']); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0


def test_a_fresh_checkout_says_how_to_set_it_up() -> None:
    """The system's Python has none of the packages; nobody should read a traceback for it."""
    done = subprocess.run(
        [sys.executable, "-S", str(ROOT / "main.py"), "check", str(BUS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "make run" in done.stderr
    assert "Traceback" not in done.stderr

from __future__ import annotations

import io
import json
import os
import select
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from trainer import language, paths
from trainer.__main__ import main
from trainer.cli.terminal import Terminal
from trainer.practice.recorder import Decided, Skipped, Undone
from trainer.practice.session import Options
from trainer.practice.snapshot import Phase
from trainer.progress.looking_back import versions
from trainer.progress.store import Store
from trainer.scenario.model import Outcome
from trainer.scenario.reading import read_file

if TYPE_CHECKING:
    from trainer.scenario.model import Scenario

DATA = Path(__file__).parent.parent / "data" / "scenarios"
HELP = paths.built_in_help() / "united-states.yaml"
BUS = DATA / "small-bus.yaml"
ROOT = Path(__file__).parent.parent.parent

Captured = pytest.CaptureFixture[str]


def bus() -> Scenario:
    scenario = read_file(BUS).content
    assert scenario is not None
    return scenario


def played(*lines: str, store: Store | None = None, soften: bool = False) -> str:
    """What the terminal shows when these lines are typed and then the input ends."""
    source, target = io.StringIO("".join(f"{line}\n" for line in lines)), io.StringIO()
    Terminal(bus(), store, Options(soften=soften), source, target).play()
    return target.getvalue()


def as_json(capsys: Captured, *more: str) -> dict[str, Any]:
    assert main(["play", str(BUS), "--json", *more]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    told: dict[str, Any] = json.loads(out)
    return told


# --choose


def test_one_object_to_the_letter(capsys: Captured) -> None:
    assert as_json(capsys, "--choose", "2,1,1") == {
        "scenes": ["aboard", "grey-stops", "he-turns", "beside", "her-stop"],
        "offered": [
            ["ask-the-way", "tell-driver", "film", "call-it-out", "keep-still", "own-words"],
            ["ask-noor", "step-between", "drop-keys"],
            ["are-you-all-right", "report-it", "say-nothing"],
        ],
        "choices": [
            {"scene": "grey-stops", "id": "tell-driver", "d": "delegate", "fit": "fair"},
            {"scene": "he-turns", "id": "ask-noor", "d": "delegate", "fit": "strong"},
            {"scene": "beside", "id": "are-you-all-right", "d": "delay", "fit": "strong"},
        ],
        "state": {"calm": 2, "helped": True, "recorded": False},
        "ending": {"scene": "her-stop", "outcome": "supported"},
    }


def test_an_open_decision_is_offered_too(capsys: Captured) -> None:
    told = as_json(capsys, "--choose", "6")
    assert told["scenes"] == ["aboard", "grey-stops", "he-turns"]
    assert told["choices"] == [
        {"scene": "grey-stops", "id": "own-words", "d": "direct", "fit": None}
    ]
    assert [len(offered) for offered in told["offered"]] == [6, 3]
    assert told["ending"] is None


def test_no_choice_at_all(capsys: Captured) -> None:
    told = as_json(capsys, "--choose", "")
    assert (told["scenes"], told["choices"]) == (["aboard", "grey-stops"], [])
    assert len(told["offered"]) == 1


def test_spaces_and_noughts_in_numbers(capsys: Captured) -> None:
    assert len(as_json(capsys, "--choose", " 01, 1 ")["choices"]) == 2


@pytest.mark.parametrize(
    ("choose", "step", "words"),
    [
        ("7", 1, "not offered"),
        ("0", 1, "not offered"),
        ("1,4", 2, "4 is not offered; there are 3 choices, 1 to 3."),
        ("1,1,1", 3, "nothing is left to choose"),
        ("1,x", 2, "not a number"),
        ("1,,1", 2, "not a number"),
        ("1,-1", 2, "not a number"),
        ("١", 1, "not a number"),
        ("9" * 5000, 1, "not offered"),
    ],
)
def test_a_number_that_is_not_offered(capsys: Captured, choose: str, step: int, words: str) -> None:
    assert main(["play", str(BUS), "--choose", choose, "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"Step {step}:" in told.err
    assert words in told.err
    for scene in bus().scenes:
        assert scene not in told.err


def test_the_transcript(capsys: Captured) -> None:
    assert main(["play", str(BUS), "--choose", "1,1"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Shouting on the 22 bus\n\nA man shouts at an older woman.")
    assert "Your part: rider. You are on your way to work.\n\nThe 22 is half full." in text
    assert "Mrs. Lin: “Is this seat dry? I have only one coat.”" in text
    assert "Distract. Strong fit. You gave her your attention, not him." in text
    assert "How it was for Mrs. Lin:" in text
    assert "What do you do?" not in text


def test_the_transcript_of_a_run_that_is_open(capsys: Captured) -> None:
    assert main(["play", str(BUS), "--choose", "", "--soften"]) == 0
    text = capsys.readouterr().out
    assert "He tells her to go back where she came from." in text
    assert text.endswith("5. Keep still for now, and watch how it develops.\n"
                         "6. Say it in your own words\n")  # fmt: skip
    assert "\n4. Say: “That's racist. Leave her alone.”\n" in text
    assert "\nCheck first: You stand near the door." in text


def test_a_run_is_kept_as_the_window_would(capsys: Captured) -> None:
    assert main(["play", str(BUS), "--choose", "1,9", "--record"]) == 2
    assert not paths.database().exists()
    assert main(["play", str(BUS), "--choose", "2,2", "--record"]) == 0
    capsys.readouterr()
    with Store.open(paths.database()) as store:
        (run,) = store.runs()
        assert (run.scenario, run.title) == ("small-bus", "Shouting on the 22 bus")
        assert (run.outcome, run.decisions) == (Outcome.UNRESOLVED, 2)
        assert store.place(run.run).phase is Phase.ENDED
        decided = [one.decided for one in store.run(run.run).decisions]
        assert [(one.choice, one.first) for one in decided] == [
            ("tell-driver", True),
            ("step-between", True),
        ]
        # So that a decision can be looked at in the window after the file has changed.
        assert versions.source(store, run.content_hash) == BUS.read_bytes()


def test_a_file_with_errors_prints_them_as_check_does(capsys: Captured, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(BUS.read_text("utf-8").replace("next: beside", "next: besides"), "utf-8")
    assert main(["play", str(broken), "--choose", "1"]) == 1
    played_out = capsys.readouterr().out
    assert main(["check", str(broken)]) == 1
    assert capsys.readouterr().out == played_out
    assert "[unknown-scene]" in played_out
    assert main(["play", str(broken), "--choose", "1", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["files"][0]["problems"]
    assert main(["play", str(broken)]) == 1


def test_a_place_nobody_can_get_out_of_is_an_error_too(capsys: Captured, tmp_path: Path) -> None:
    stuck = tmp_path / "stuck.yaml"
    text = BUS.read_text("utf-8").replace("next: grey-stops", "next: aboard")
    stuck.write_text(text, "utf-8")
    assert main(["play", str(stuck), "--choose", ""]) == 1
    assert "[endless]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("no-such-file.yaml", "no-such-file.yaml"),
        ("a/b", "There is no file “a/b”."),
        ("small-buss", "Did you mean “small-bus”? “upstander play” lists"),
        ("Small Bus", "Did you mean “small-bus”?"),
        ("nothing-like-it", "“upstander play” lists the scenarios there are."),
        ("x" * 5000, "There is no file"),
        ("a\0b", "There is no file"),
        (str(DATA), "is a folder"),
        (str(HELP), "is not a scenario; its format is help/1."),
    ],
)
def test_what_is_not_there(capsys: Captured, home: Path, named: str, words: str) -> None:
    (home / "scenarios").mkdir(parents=True)
    (home / "scenarios" / "bus.yaml").write_bytes(BUS.read_bytes())
    assert main(["play", named, "--choose", "1"]) == 2
    assert words in capsys.readouterr().err


def test_the_id_of_a_scenario_in_the_library(capsys: Captured, home: Path) -> None:
    (home / "scenarios").mkdir(parents=True)
    (home / "scenarios" / "bus.yaml").write_bytes(BUS.read_bytes())
    assert main(["play", "small-bus", "--choose", "1,1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ending"]["outcome"] == "supported"


def test_what_can_be_played_is_listed(capsys: Captured, home: Path) -> None:
    (home / "scenarios").mkdir(parents=True)
    (home / "scenarios" / "bus.yaml").write_bytes(BUS.read_bytes())
    assert main(["play"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    heading, *ways = told.out.splitlines()
    assert heading == "Scenarios to play, and how to start each:"
    listed = [way.split(" play ")[1].split()[0] for way in ways]
    assert set(listed) == {*os.listdir(paths.built_in_scenarios()), "small-bus"}
    assert len(listed) == len(set(listed))
    assert ways[listed.index("small-bus")].endswith("# Shouting on the 22 bus")


def test_a_long_list_is_not_put_into_a_sentence(capsys: Captured, home: Path) -> None:
    (home / "scenarios").mkdir(parents=True)
    for number in range(10):
        text = BUS.read_text("utf-8").replace("id: small-bus", f"id: bus-{number}")
        (home / "scenarios" / f"{number}.yaml").write_text(text, "utf-8")
    assert main(["play", "bus-33"]) == 2
    told = capsys.readouterr().err
    assert "“upstander play” lists the scenarios there are." in told
    assert "morning-train" not in told


@pytest.mark.parametrize("given", [["--choose", "1"], ["--json"], ["--choose", "", "--json"]])
def test_choices_are_for_a_scenario_that_is_named(capsys: Captured, given: list[str]) -> None:
    assert main(["play", *given]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "goes with" in told.err


def test_in_another_language(
    capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bus.yaml").write_bytes(BUS.read_bytes())
    (tmp_path / "bus.de.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "he-turns/text"\nmsgid "The man leans closer. The bus sways."\n'
        'msgstr "Der Mann beugt sich vor."\n',
        "utf-8",
    )
    named = str(tmp_path / "bus.yaml")
    assert main(["play", named, "--choose", "3", "--language", "de-CH"]) == 0
    assert "Der Mann beugt sich vor." in capsys.readouterr().out
    assert main(["play", named, "--choose", "3"]) == 0
    assert "The man leans closer." in capsys.readouterr().out
    # Without the option it is played in the language of the interface.
    monkeypatch.setenv("UPSTANDER_LANGUAGE", "de")
    assert main(["play", named, "--choose", "3"]) == 0
    assert "Der Mann beugt sich vor." in capsys.readouterr().out
    monkeypatch.setenv("UPSTANDER_LANGUAGE", "en")
    assert main(["play", named, "--choose", "3", "--language", "zz"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "“zz”" in err
    assert "en, de" in err


def test_json_needs_choices(capsys: Captured) -> None:
    assert main(["play", str(BUS), "--json"]) == 2
    assert "--choose" in capsys.readouterr().err


# In the terminal


def test_a_whole_run_in_the_terminal() -> None:
    text = played("", "", "", "1", "", "1", "", "I saw it late.", "", "")
    for part in (
        "What comes up in it: racist language; shouting.",
        "Coming up: racist language. Enter reads it, s skips it: ",
        "1. Sit down beside Mrs. Lin and ask which stop is best for the market.",
        "4. Say: “That's racist. Leave her alone.”",
        "Distract. Strong fit.",
        "What else would have fitted:\n- Delegate. Say: “The woman in row two",
        "How it was for Mrs. Lin:",
        "\n\nThe five D’s you used:\nDistract: once\nDelay: once\n",
        "Stop AAPI Hate",
        "When did you first notice",
        "Take care.",
    ):
        assert part in text
    assert "Direct:" not in text.split("The five D’s you used:")[1]
    assert "\x1b" not in text


def test_d_names_stay_hidden_until_a_choice_is_made() -> None:
    before = played("", "", "").split("What do you do?")[1]
    for name in ("Distract", "Delegate", "Document", "Delay", "Direct"):
        assert name not in before


def test_help_check_first_and_answers_that_mean_nothing() -> None:
    text = played("", "b", "s", "a", "what", "", "", "?", "c", "9", "1000000", "", "R")
    assert "This is where it starts." in text
    assert "There is nothing to skip here." in text
    assert "“a” means nothing here." in text
    assert "“what” means nothing here." in text
    assert "a: try another choice" in text
    assert "What does Mrs. Lin want?\nYou stand near the door." in text
    assert "9 is not among them." in text
    assert "“1000000” means nothing here." in text
    assert "A number chooses" in text
    assert text.count("A man in a grey jacket") == 2


def test_skipping_before_a_hard_part_is_read() -> None:
    text = played("", "", "s", "3", "")
    assert "Why don't you go back?" not in text
    assert "He says something about where she comes from." in text


def test_skipping_while_it_is_read_and_softening() -> None:
    text = played("", "", "", "s", soften=True)
    assert "He tells her to go back where she came from." in text
    assert text.index("He tells her") < text.index("He says something about")


def test_softening_from_the_command_line(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    for option, soft in ((["--soften"], True), ([], False)):
        monkeypatch.setattr("sys.stdin", io.StringIO("\n\n\n"))
        assert main(["play", str(BUS), *option]) == 0
        text = capsys.readouterr().out
        assert ("He tells her to go back where she came from." in text) is soft
        assert ("Why don't you go back?" in text) is not soft


def test_own_words_and_trying_another() -> None:
    text = played("", "", "", "6", "Leave her, please.", "y", "", "yes", "a", "3", "", "b", "q")
    assert "You: “Leave her, please.”" in text
    ticked = (
        "In your words: Names what happened\nCould also be in it: Short\n"
        "In your words: Turns to Mrs. Lin afterwards"
    )
    assert ticked in text
    assert "6. Say it in your own words (tried)" in text
    # Trying again reads only the choices, stepping back the scene as well.
    assert text.count("A man in a grey jacket") == 2


def test_own_words_left_empty_are_asked_for_once_more() -> None:
    text = played("", "", "", "6", "", "Stop it.", "y", "", "")
    assert text.count("Enter again to leave it empty.") == 1
    assert "You: “Stop it.”" in text
    text = played("", "", "", "6", "", "", "y", "", "")
    assert text.count("Your words: ") == 2
    assert "You: Say it in your own words" in text
    assert "In your words: Names what happened" in text


def test_what_could_be_tried_next_is_told_by_what_was_done() -> None:
    text = played("", "", "", "3", "", "1", "", "3", "", "", "", "")
    found = text.split("What you could try next:\n")[1].split("\n\n")[0]
    assert found.splitlines() == [
        "Decision 1, where you chose “Start filming the man from across the aisle.”",
        "Your choice here was a poor fit. Others fit better, here and now.",
        "Decision 3, where you chose “Look out of the window and say nothing more.”",
        "Here, too, something else fits better.",
    ]
    assert "Delegate: once\nDocument: once\nYou also waited once.\n" in text
    assert "grey-stops" not in text


def test_stepping_back_says_where_one_is() -> None:
    text = played("", "", "", "3", "", "b", "b", "b")
    assert "Back to decision 1.\n\nA man in a grey jacket" in text
    assert "Back to the scene before.\n\nThe 22 is half full." in text
    assert "This is where it starts." in text


def test_a_part_that_is_skipped_already() -> None:
    text = played("", "", "s", "s", "3", "", "b", "s", "q")
    assert text.count("The hard part is left out here already.") == 2
    assert "There is nothing to skip here." not in text


def test_stepping_back_from_the_end() -> None:
    text = played("", "", "", "1", "", "1", "", "", "", "b", "2", "", "x", "")
    assert text.count("Mrs. Lin moves her bag") == 2
    assert "Mrs. Lin gets off one stop early." in text
    assert text.count("When did you first notice") == 1


def test_the_end_of_the_input_is_a_kind_end() -> None:
    assert played().endswith("Take care.\n")
    assert played("", "").endswith(
        "This run is not kept; starting with --record keeps one. Take care.\n"
    )
    assert played("q").endswith("Take care.\n")


def test_what_is_kept_from_the_terminal() -> None:
    with Store.open(paths.database()) as store:
        played("", "", "s", "3", "", "b", store=store)
        (run,) = store.unfinished()
        kinds = [type(kept.event) for kept in store.run(run.run).events]
        assert kinds[1:] == [Skipped, Decided, Undone]
        assert run.title == "Shouting on the 22 bus"


def test_what_is_written_at_the_end_is_kept() -> None:
    with Store.open(paths.database()) as store:
        played("", "", "", "1", "", "1", "", "I saw it late.", "", "", store=store)
        (run,) = store.runs()
        (question, *_more) = bus().questions
        assert store.run(run.run).notes == {question: "I saw it late."}


def test_going_on_the_next_day() -> None:
    with Store.open(paths.database()) as store:
        assert "Your place is kept." in played("", "", "", "3", "", store=store)
    with Store.open(paths.database()) as store:
        text = played("", "", "1", "", store=store)
        assert "You were in the middle of it." in text
        again = played("what", "", "", "1", "", store=store)
        assert again.count("You were in the middle of it.") == 2
        assert store.run_count() == 1
        assert text.index("Enter begins") < text.index("The man leans closer.")
        assert "The 22 is half full." not in text
        assert store.run_count() == 1
        assert "The 22 is half full." in played("n", "", "", "", store=store)
        assert store.run_count() == 2


def test_a_run_that_goes_on_is_softened_when_that_is_asked_for_now() -> None:
    with Store.open(paths.database()) as store:
        assert "Why don't you go back?" in played("", "", "", store=store)
        text = played("", "", "", "1", "", store=store, soften=True)
        assert "He tells her to go back where she came from." in text
        assert "Why don't you go back?" not in text
        assert "Why don't you go back?" not in played("", "", "b", "", store=store)


def test_a_place_in_a_scenario_that_has_changed(tmp_path: Path) -> None:
    with Store.open(paths.database()) as store:
        played("", "", "", "3", "", "1", store=store)
        changed = tmp_path / "bus.yaml"
        changed.write_text(BUS.read_text("utf-8").replace("id: ask-noor", "id: ask-her"), "utf-8")
        scenario = read_file(changed).content
        assert scenario is not None
        target = io.StringIO()
        Terminal(scenario, store, Options(), io.StringIO("\n\n"), target).play()
        assert "1 decision no longer fits" in target.getvalue()


def test_a_full_disk_is_told_and_nothing_moves() -> None:
    with Store.open(paths.database()) as store:
        played(store=store)
        pages = store._database.connection.execute("PRAGMA page_count").fetchone()[0]
        store._database.connection.execute(f"PRAGMA max_page_count = {pages}")
        wordy = "word " * 20_000
        text = played("", "", "", "6", wordy, "", "", "", "q", store=store)
        assert "The disk is full" in text
        assert "You are where you were; q leaves." in text
        assert text.count("A man in a grey jacket") == 2
        (run,) = store.unfinished()
        assert store.place(run.run).scene == "grey-stops"


def test_control_characters_of_a_story_do_not_reach_the_terminal() -> None:
    scenario = replace(bus(), title="A \x1b[2J title\x07")
    target = io.StringIO()
    Terminal(scenario, None, Options(), io.StringIO(""), target).play()
    assert "\x1b" not in target.getvalue()
    assert "\x07" not in target.getvalue()


def test_words_from_a_pipe_that_are_no_unicode(home: Path) -> None:
    environment = {**os.environ, "UPSTANDER_HOME": str(home), "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "trainer", "play", str(BUS), "--record"],
        input=b"\n\n\n6\n\xff\xfe \xe2\x80\x9cso\xe2\x80\x9d\n\n\n\n\n",
        capture_output=True,
        env=environment,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == b""
    assert "“so”" in done.stdout.decode("utf-8")
    with Store.open(paths.database()) as store:
        (run,) = store.unfinished()
        assert "“so”" in store.place(run.run).steps[-1].words


def test_every_sentence_goes_through_the_catalogue() -> None:
    language.use(language.PSEUDO)
    text = played("", "c", "?", "", "", "zz", "9", "6", "so", "", "", "", "a", "1", "", "1", "")
    known = {line.strip() for line in played_words()}
    for line in text.splitlines():
        if line.strip() and line.strip() not in known and "⟦" not in line and line != "> ":
            raise AssertionError(f"not translated: {line!r}")


def played_words() -> list[str]:
    """Lines that are the scenario's own, or typed."""
    from trainer.scenario.texts.markup import plain

    scenario = bus()
    own = [scenario.title, scenario.summary, scenario.you.note or "", *scenario.questions]
    for scene in scenario.scenes.values():
        own += [scene.text or "", scene.check or "", *(line.text for line in scene.lines)]
        if scene.ending:
            own.append(scene.ending.view or "")
        for choice in scene.choices:
            own.append(choice.words)
            if choice.feedback:
                own.append(choice.feedback.why or "")
            if choice.consequence:
                own += [line.text for line in choice.consequence.lines]
    shown = [part for text in own for part in plain(text).split("\n")]
    numbered = [f"{number}. {text}" for text in shown for number in range(1, 9)]
    people = [f"{member.name}: " for member in scenario.cast.values()]
    about = [
        f"{person}{text}"
        for scene in scenario.scenes.values()
        for choice in scene.choices
        if choice.feedback
        for text in choice.feedback.about.values()
        for person in people
    ]
    return [*shown, *numbered, *about, "- Stop AAPI Hate"]


def test_a_place_that_cannot_be_read_is_told_and_begun_anew() -> None:
    with Store.open(paths.database()) as store:
        played("", "", store=store)
        store._database.connection.execute("UPDATE place SET snapshot = '{}'")
        text = played("", "", "", store=store)
        assert "The saved place in this run cannot be read." in text
        assert "The 22 is half full." in text
        assert store.run_count() == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_real_terminal_wraps_and_ctrl_c_ends_kindly(home: Path) -> None:
    import pty

    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"this machine offers no pseudo-terminal: {error}")
    with subprocess.Popen(
        [sys.executable, "-m", "trainer", "play", str(BUS)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env={**os.environ, "UPSTANDER_HOME": str(home), "COLUMNS": "40"},
        preexec_fn=_take_terminal,
    ) as process:
        os.close(theirs)
        told = _until(ours, "? helps: ")
        os.write(ours, b"\n")
        told += _until(ours, "Enter goes on: ")
        os.write(ours, b"\x03")
        told += _until(ours, "Take care.")
        assert process.wait(30) == 0
    os.close(ours)
    assert "Traceback" not in told
    assert "\x1b" not in told
    story = told[told.index("The 22 is") : told.index("Mrs. Lin:")]
    assert max(len(line) for line in story.splitlines()) <= 40


def _take_terminal() -> None:
    """Make standard input the terminal that Ctrl+C of this process comes from.

    A suite that runs in the background has its Ctrl+C ignored, and hands that on.
    """
    import fcntl
    import signal
    import termios

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _until(terminal: int, words: str) -> str:
    told = b""
    while words.encode() not in told:
        assert select.select([terminal], [], [], 60)[0], f"waited for {words!r} in vain"
        told += os.read(terminal, 4096)
    return told.decode("utf-8", "replace")

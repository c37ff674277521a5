"""The outbox against a strict store on this computer: nothing lost, nothing twice."""

from __future__ import annotations

import json
import re
import shutil
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from tests.progress.examples import Clock, decided, place, play, quick_key, steps
from tests.progress.organisation import lrs
from trainer.errors import UpstanderError
from trainer.practice.recorder import Began, Ended, Noted, Retried
from trainer.practice.snapshot import Phase
from trainer.progress import backups
from trainer.progress.deletion import deletion
from trainer.progress.organisation import organisation, outbox, pacing
from trainer.progress.organisation.organisation import read_address
from trainer.progress.organisation.outbox import State
from trainer.progress.organisation.pacing import Halt, Trouble
from trainer.progress.organisation.sending import Request
from trainer.progress.store import Store
from trainer.scenario.kinds import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

CERTIFICATE = Path(__file__).parents[1] / "data" / "nobody-trusts-this.pem"


@pytest.fixture
def server() -> Iterator[lrs.Store]:
    with lrs.running() as found:
        yield found


def on(store: Store, server: lrs.Store, **changes: Any) -> organisation.Organisation:
    found = lrs.organisation(server, **changes)
    organisation.switch_on(store, found)
    return found


def send(store: Store, *, timeout: float = 5.0) -> outbox.Plan:
    """Do once what there is to do now."""
    plan = outbox.plan(store)
    if plan.to is not None and plan.batch:
        request = Request(plan.to, [one.statement for one in plan.batch], timeout)
        outbox.settle(store, plan.batch, request.run())
    return plan


def send_all(store: Store, clock: Clock) -> None:
    """Do what there is to do, waiting when there is something to wait for."""
    for _ in range(200):
        plan = send(store)
        if plan.wait is None:
            return
        clock.go(seconds=plan.wait)
    raise AssertionError("it never comes to an end")


def counted(store: Store) -> tuple[int, int, int]:
    found = outbox.counts(store)
    return found[State.WAITING], found[State.SENT], found[State.REJECTED]


def test_a_completion_goes_with_the_very_bytes_that_were_shown(
    store: Store, clock: Clock, server: lrs.Store
) -> None:
    server.shouts = True  # ids are the same in capitals
    found = on(store, server)
    play(store, "mine", "team-thread", ends=True, words="MARKER-words", note="MARKER-note")
    clock.go(hours=2)
    ended = place("mine", "team-thread", phase=Phase.ENDED)
    store.record(Noted("And now?", "MARKER-later"), ended)
    shown = outbox.preview(store.run("mine"), found.actor, with_choices=False)
    send_all(store, clock)
    assert list(server.kept.values()) == shown
    assert counted(store) == (0, 1, 0)
    sent = json.loads(shown[0])
    assert sent["object"]["id"].endswith("/scenario/team-thread")
    assert sent["verb"]["id"] == "http://adlnet.gov/expapi/verbs/completed"
    assert sent["result"] == {"completion": True}
    assert sent["actor"]["account"]["name"] == str(found.actor)
    assert sent["timestamp"] == "2026-03-01T12:00:00.000Z"


def test_choices_go_by_an_act_for_each_run(store: Store, clock: Clock, server: lrs.Store) -> None:
    on(store, server)
    store.record(Began(), place("a"))
    for step, choice in ((0, "wave"), (0, "ask")):
        at = place("a", steps=steps(1), phase=Phase.FEEDBACK)
        store.record(decided(step, choice=choice, words="MARKER-words"), at)
        if choice == "wave":
            store.record(Retried(0), place("a"))
    store.record(Ended("end", Outcome.MIXED), place("a", steps=steps(1), phase=Phase.ENDED))
    play(store, "b", ends=True, words="MARKER-words", note="MARKER-note")
    assert counted(store) == (2, 0, 0)
    assert not outbox.has_choices(store, "a")
    assert outbox.add_choices(store, "a") == 2
    assert outbox.has_choices(store, "a")
    assert not outbox.has_choices(store, "b")
    assert outbox.add_choices(store, "a") == 0
    send_all(store, clock)
    results = [json.loads(one)["result"] for one in server.kept.values()]
    assert results[:2] == [{"completion": True}] * 2
    here = "https://upstander.invalid/xapi"
    said = {f"{here}/step": 0, f"{here}/d": "delay", f"{here}/fit": "strong",
            f"{here}/in_time": True}  # fmt: skip
    assert results[2:] == [{"extensions": said, "response": "ask"}, {"response": "mixed"}]
    assert not any(b"MARKER" in one for one in server.kept.values())


def test_only_what_ended_goes_and_once(store: Store, clock: Clock, server: lrs.Store) -> None:
    play(store, "before", ends=True)
    on(store, server)
    play(store, "stopped")
    play(store, "again", ends=True, replay_of="before")
    play(store, "mine", ends=True)
    # A step back from the ending, and to an end once more.
    store.record(decided(1), place("mine", steps=steps(2)))
    store.record(Ended("end", Outcome.MIXED), place("mine", steps=steps(2), phase=Phase.ENDED))
    assert [one.run for one in outbox.listed(store)] == ["mine"]
    with pytest.raises(ValueError, match="replay"):
        outbox.add_choices(store, "again")


def test_nothing_waits_while_it_is_off(store: Store) -> None:
    play(store, "mine", ends=True)
    assert outbox.plan(store) == outbox.Plan()
    assert outbox.add_choices(store, "mine") == 0
    assert counted(store) == (0, 0, 0)


@pytest.mark.parametrize(
    ("day", "trouble", "status"),
    [
        (lrs.stores_then_hangs_up, Trouble.BROKEN, 0),
        (lrs.hangs_up, Trouble.BROKEN, 0),
        (lrs.promises_more, Trouble.BROKEN, 0),
        (lrs.talks_nonsense, Trouble.BROKEN, 0),
        (lrs.never_ends, Trouble.TOO_MUCH, 0),
        (503, None, 503),
        (500, None, 500),
        (lrs.later("5"), None, 429),
    ],
)
def test_a_bad_day_passes(
    store: Store, clock: Clock, server: lrs.Store, day: Any, trouble: Trouble | None, status: int
) -> None:
    on(store, server)
    for number in range(3):
        play(store, f"run-{number}", ends=True)
    server.days.extend([day, day])
    send(store)
    found = outbox.pace(store)
    assert (found.trouble, found.status, found.failures) == (trouble or "", status, 1)
    assert counted(store) == (3, 0, 0)
    left = outbox.plan(store)
    assert not left.batch
    assert left.wait is not None
    assert left.wait > 10
    send_all(store, clock)
    assert counted(store) == (0, 3, 0)
    assert server.requests == [3, 3, 3]
    assert outbox.pace(store) == pacing.Pace()


def test_what_was_stored_before_the_silence_is_there_once(
    store: Store, clock: Clock, server: lrs.Store
) -> None:
    on(store, server)
    for number in range(4):
        play(store, f"run-{number}", ends=True)
    server.days.append(lrs.stores_then_waits)
    send(store, timeout=0.2)
    assert outbox.pace(store).trouble == Trouble.TIMEOUT
    assert len(server.kept) == 4
    send_all(store, clock)
    assert counted(store) == (0, 4, 0)
    assert len(server.kept) == 4
    assert len(server.twice) == 4


def test_one_that_drips_is_stopped(store: Store, server: lrs.Store) -> None:
    plan_to = on(store, server)
    play(store, ends=True)
    server.days.append(lrs.drips)
    request = Request(plan_to, [one.statement for one in outbox.waiting(store)], 5.0)
    threading.Timer(0.3, request.stop).start()
    reply = request.run()
    assert reply.trouble is not None
    outbox.settle(store, outbox.waiting(store), reply)
    assert counted(store) == (1, 0, 0)


@pytest.mark.parametrize(
    ("day", "halt"),
    [
        (401, Halt.REFUSED), (403, Halt.REFUSED), (404, Halt.ADDRESS), (lrs.elsewhere, Halt.MOVED),
        (lrs.a_web_page, Halt.STRANGE), (lrs.other_ids, Halt.STRANGE), (402, Halt.STRANGE),
    ],
)  # fmt: skip
def test_it_stops_until_the_learner_says_so(
    store: Store, clock: Clock, server: lrs.Store, day: Any, halt: Halt
) -> None:
    on(store, server)
    play(store, ends=True)
    server.days.append(day)
    send(store)
    assert outbox.pace(store).halt == halt
    clock.go(days=30)
    assert send(store).wait is None
    assert counted(store) == (1, 0, 0)
    assert server.said == ["POST /xapi/statements"]
    outbox.try_again(store)
    send_all(store, clock)
    assert counted(store) == (0, 1, 0)


def test_a_wrong_password_stops_it(store: Store, server: lrs.Store) -> None:
    on(store, server, password="wrong")
    play(store, ends=True)
    send(store)
    assert outbox.pace(store).halt == Halt.REFUSED


@pytest.mark.parametrize("status", [400, 409, 413])
def test_the_one_that_is_not_taken_is_found_and_never_sent_again(
    store: Store, clock: Clock, server: lrs.Store, status: int
) -> None:
    on(store, server)
    for number in range(9):
        play(store, f"run-{number}", ends=True)
    bad = outbox.waiting(store)[5].id
    server.refuses[bad] = status
    send_all(store, clock)
    assert counted(store) == (0, 8, 1)
    rejected = next(one for one in outbox.listed(store) if one.state is State.REJECTED)
    assert rejected.id == bad
    # What a store says is text for a person, without anything that steers.
    assert rejected.said == f'{status} "this one <b>never</b>\\u001b[31m"'
    asked = len(server.requests)
    server.refuses.clear()
    send_all(store, clock)
    assert len(server.requests) == asked
    assert bad not in server.kept


def test_the_pace_outlives_the_window(path: Path, clock: Clock, server: lrs.Store) -> None:
    with Store.open(path, now=clock) as store:
        on(store, server)
        play(store, ends=True)
        server.days.append(lrs.later("3600"))
        send(store)
    with Store.open(path, now=clock) as store:
        plan = outbox.plan(store)
        assert (plan.batch, plan.wait) == ((), 3600)
        clock.go(seconds=3600)
        send_all(store, clock)
        assert counted(store) == (0, 1, 0)


# Going there


def https(store: Store, server: lrs.Store, host: str = "localhost") -> pacing.Pace:
    port = server.server_address[1]
    on(store, server, address=read_address(f"https://{host}:{port}/xapi/"))
    play(store, str(uuid4()), ends=True)
    send(store)
    return outbox.pace(store)


def test_certificates_are_checked(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keys = tmp_path / "keys"
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "https_proxy", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with lrs.running(CERTIFICATE) as server:
        assert https(store, server).trouble == Trouble.CERTIFICATE
        assert server.said == []
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        assert https(store, server, "127.0.0.1").trouble == Trouble.CERTIFICATE
        assert server.said == []
        assert https(store, server) == pacing.Pace()
        assert server.said == ["POST /xapi/statements"]
    assert not keys.exists()


def test_nothing_goes_unencrypted_to_another_computer(
    store: Store, server: lrs.Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the name of this computer is taken for another one."""
    found = on(store, server)
    play(store, ends=True)
    request = Request(found, [one.statement for one in outbox.waiting(store)])
    real = request._connection.connect

    class Elsewhere:
        def __init__(self, sock: Any) -> None:
            self._sock = sock

        def getpeername(self) -> tuple[str, int]:
            return ("192.0.2.7", 80)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._sock, name)

    def connect() -> None:
        real()
        request._connection.sock = Elsewhere(request._connection.sock)

    monkeypatch.setattr(request._connection, "connect", connect)
    assert request.run().trouble == Trouble.BROKEN
    assert server.said == []


def test_where_nobody_answers(store: Store) -> None:
    with lrs.running() as server:
        on(store, server)
    play(store, ends=True)
    send(store)
    assert outbox.pace(store).failures == 1
    assert counted(store) == (1, 0, 0)


@pytest.mark.parametrize(
    "text",
    ["", "lrs.example.org", "ftp://lrs.example.org/", "http://lrs.example.org/xapi/",
     "http://127.0.0.1.example.org/", "https://", "https:///xapi", "https://a b/", "https://a\nb/",
     "https://me:secret@lrs.example.org/", "https://lrs.example.org/?key=1", "javascript:alert(1)",
     "https://lrs.example.org/#x", "https://lrs.example.org:0/", "https://lrs.example.org:99999/",
     "https://lrs.example.org/a b", "https://lrs..example.org/", "https://" + "a" * 3000,
     "https://[::1", "https://-/", "https://lrs.example.org/\u202e", "file:///etc/passwd"],
)  # fmt: skip
def test_what_is_no_address_is_told(text: str) -> None:
    with pytest.raises(UpstanderError):
        read_address(text)


@pytest.mark.parametrize(
    ("text", "url", "host"),
    [
        (" https://LRS.Example.org ", "https://lrs.example.org/", "lrs.example.org"),
        ("https://a.org/xapi", "https://a.org/xapi/", "a.org"),
        ("https://a.org/xapi/statements", "https://a.org/xapi/", "a.org"),
        ("https://a.org:8443/x/", "https://a.org:8443/x/", "a.org:8443"),
        ("http://localhost:8100/", "http://localhost:8100/", "localhost:8100"),
        ("http://[::1]:8100/", "http://[::1]:8100/", "[::1]:8100"),
        # A letter of another script that looks like one of ours is seen for what it is.
        ("https://еxample.org/", "https://xn--xample-2of.org/", "xn--xample-2of.org"),
    ],
)
def test_an_address_is_read(text: str, url: str, host: str) -> None:
    found = read_address(text)
    assert (found.url, found.named_host) == (url, host)
    assert read_address(found.url) == found


# Only the window switches it on


def test_a_copy_a_backup_and_an_older_file_send_nothing(
    path: Path, clock: Clock, server: lrs.Store, tmp_path: Path
) -> None:
    with Store.open(path, now=clock) as store:
        on(store, server)
        play(store, ends=True)
        backup = store.backup()
        assert backup is not None
        assert lrs.PASSWORD.encode() not in backup.read_bytes()
        assert organisation.current(store) is not None
        store.restore(backup)
        assert organisation.current(store) is None
        assert counted(store) == (0, 0, 0)
        assert store.run_count() == 1
        on(store, server)
    for folder in ("copy", "moved-back"):
        other = tmp_path / folder / path.name
        other.parent.mkdir()
        other.write_bytes(path.read_bytes())
        with Store.open(other, now=clock) as store:
            assert organisation.current(store) is None
            play(store, "there", ends=True)
            assert outbox.plan(store) == outbox.Plan()
            assert organisation.begin(store) is None
        assert deletion.traces(other.parent, lrs.PASSWORD) == []
    with Store.open(path, now=clock) as store:
        assert organisation.current(store) is not None
    backups.restore(path, backup)
    with Store.open(path, now=clock) as store:
        assert organisation.current(store) is None
    assert server.said == []


def test_a_backup_that_was_made_elsewhere_brings_no_address(
    path: Path, clock: Clock, server: lrs.Store
) -> None:
    """A whole file put among the backups: even the number of the new file does not help it."""
    with Store.open(path, now=clock) as store:
        on(store, server)
        play(store, ends=True)
    planted = path.parent / "backups" / "progress-20260101T000000Z.db"
    planted.parent.mkdir(exist_ok=True)
    planted.write_bytes(path.read_bytes())
    backups.restore(path, planted)
    assert lrs.PASSWORD.encode() not in path.read_bytes()


def test_a_sealed_profile_sends_and_a_copy_of_it_does_not(
    path: Path, clock: Clock, server: lrs.Store, tmp_path: Path
) -> None:
    key = quick_key()
    with Store.open(path, now=clock, key=key) as store:
        on(store, server)
        play(store, ends=True)
    with Store.open(path, now=clock, key=key) as store:
        send_all(store, clock)
        assert counted(store) == (0, 1, 0)
        backup = store.backup()
        assert backup is not None
    copy = tmp_path / "copy"
    shutil.copytree(path.parent, copy)
    with Store.open(copy / path.name, now=clock, key=key) as store:
        assert organisation.current(store) is None
    with Store.open(path, now=clock, key=key) as store:
        store.restore(backup)
        assert organisation.current(store) is None


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"file": 1}', "null", "{"])
def test_what_makes_no_sense_is_off(store: Store, kept: str) -> None:
    with store.writing() as connection:
        connection.execute("INSERT INTO fact VALUES ('organisation', ?)", (kept,))
    assert organisation.current(store) is None
    play(store, ends=True)
    assert counted(store) == (0, 0, 0)


def test_who_keeps_nothing_can_send_and_leaves_nothing(home: Path, server: lrs.Store) -> None:
    clock = Clock()
    with Store.in_memory(now=clock) as store:
        on(store, server)
        play(store, ends=True)
        send_all(store, clock)
    assert len(server.kept) == 1
    assert not home.exists()


# Forgetting


def test_a_deleted_run_waits_no_more(path: Path, clock: Clock, server: lrs.Store) -> None:
    with Store.open(path, now=clock) as store:
        found = on(store, server)
        for run in ("mine", "other"):
            play(store, run, "secret-one" if run == "mine" else "bus", ends=True)
            outbox.add_choices(store, run)
        store.backup()
        gone = outbox.preview(store.run("mine"), found.actor, with_choices=False)[0]
        store.delete_run("mine")
        assert {one.run for one in outbox.listed(store)} == {"other"}
    assert deletion.traces(path.parent, "secret-one") == []
    assert deletion.traces(path.parent, json.loads(gone)["id"]) == []


def test_switching_off_forgets_address_password_and_queue(
    path: Path, clock: Clock, server: lrs.Store
) -> None:
    with Store.open(path, now=clock) as store:
        on(store, server)
        play(store, ends=True)
        server.days.append(503)
        send(store)
        organisation.switch_off(store)
        assert organisation.current(store) is None
        assert counted(store) == (0, 0, 0)
        assert outbox.pace(store) == pacing.Pace()
        # While it is open as well: the log beside it is searched too.
        assert deletion.traces(path.parent, lrs.PASSWORD) == []
        play(store, "later", ends=True)
        assert outbox.plan(store) == outbox.Plan()
    assert deletion.traces(path.parent, lrs.PASSWORD) == []
    assert deletion.traces(path.parent, lrs.USER) == []


def test_deleting_everything_takes_all_of_it(path: Path, clock: Clock, server: lrs.Store) -> None:
    with Store.open(path, now=clock) as store:
        found = on(store, server)
        play(store, ends=True)
        store.delete_all()
        assert organisation.current(store) is None
        assert counted(store) == (0, 0, 0)
        assert organisation.known_actor(store, found.address.url) is None
    with Store.in_memory(now=clock) as store:
        on(store, server)
        play(store, ends=True)
        store.delete_all()
        assert organisation.current(store) is None
        assert counted(store) == (0, 0, 0)


def test_an_answer_that_comes_after_switching_off_changes_nothing(
    store: Store, clock: Clock, server: lrs.Store
) -> None:
    found = on(store, server)
    play(store, ends=True)
    tried = outbox.waiting(store)
    organisation.switch_off(store)
    assert outbox.settle(store, tried, pacing.Reply(503)) == pacing.Pace()
    with store.reading() as connection:
        assert organisation.pace(connection) == ""
    on(store, server, actor=replace(found, actor=UUID(int=9, version=4)).actor)
    play(store, "next", ends=True)
    # Numbers are never given twice, so a late answer marks nothing that came after it.
    outbox.settle(store, tried, pacing.Reply(204))
    assert counted(store) == (1, 0, 0)


def test_what_was_settled_stays_so(store: Store, clock: Clock, server: lrs.Store) -> None:
    on(store, server)
    play(store, ends=True)
    tried = outbox.waiting(store)
    send_all(store, clock)
    outbox.settle(store, tried, pacing.Reply(400, said="late"))
    assert counted(store) == (0, 1, 0)


def test_each_organisation_knows_another_id(store: Store) -> None:
    first = organisation.actor_for(store, "https://a.org/")
    assert organisation.actor_for(store, "https://a.org/") == first
    assert organisation.actor_for(store, "https://b.org/") != first
    assert first.version == 4


def shape(value: Any) -> Any:
    """Keys and constants of a statement, without what differs from run to run."""
    if isinstance(value, dict):
        varies = {"id", "name", "registration", "timestamp", "response", "parent"}
        return {key: shape(one) for key, one in value.items() if key not in varies}
    return value


def test_the_document_shows_what_goes(store: Store, server: lrs.Store) -> None:
    found = on(store, server)
    play(store, "mine", "morning-train", ends=True)
    run = store.run("mine")
    [made] = outbox.preview(run, found.actor, with_choices=False)
    choice = outbox.preview(run, found.actor, with_choices=True)[0]
    text = (Path(__file__).parents[3] / "docs" / "xapi.md").read_text("utf-8")
    shown = [json.loads(one) for one in re.findall(r"```json\n(.*?)```", text, re.DOTALL)]
    assert [lrs.check(one) for one in shown] == [one["id"] for one in shown]
    real = [json.loads(made), json.loads(choice)]
    real[1]["result"]["extensions"]["https://upstander.invalid/xapi/d"] = "distract"
    assert [shape(one) for one in shown] == [shape(one) for one in real]
    assert shown[0]["object"]["id"] == real[0]["object"]["id"]

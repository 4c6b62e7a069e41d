"""Offices that are slow, busy, gone, cut off, or send something else: half a table never counts as one."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from recommender.inputs.services.connection import Patience
from tests import office_server as office
from tests.fetch_jobs import HASTY, fetch, refused
from tests.office_server import OfficeServer


@pytest.mark.parametrize("after", [0, 1, 40, 200])
def test_what_was_cut_off_goes_on_where_it_stopped(server: OfficeServer, tmp_path: Path, after: int) -> None:
    server.misbehave(office.cut_off(after))
    fetch(server, tmp_path)
    assert gzip.decompress((tmp_path / "table.tsv.gz").read_bytes()) == office.tsv()
    assert [headers.get("Range") for _, headers in server.asked] == [None, f"bytes={after}-" if after else None]


def test_it_also_goes_on_in_the_next_run(server: OfficeServer, tmp_path: Path) -> None:
    once = Patience(tries=1)
    server.misbehave(office.cut_off(60))
    assert "R901" in refused(server, tmp_path, patience=once)
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".part"]
    fetch(server, tmp_path, patience=once)
    assert server.asked[1][1]["Range"] == "bytes=60-"
    assert server.asked[1][1]["If-Range"] == office.ETAG
    assert gzip.decompress((tmp_path / "table.tsv.gz").read_bytes()) == office.tsv()
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".table"]


def test_a_table_that_changed_meanwhile_is_fetched_from_the_start(server: OfficeServer, tmp_path: Path) -> None:
    server.misbehave(office.cut_off(60), office.forgetful)
    fetch(server, tmp_path)
    assert gzip.decompress((tmp_path / "table.tsv.gz").read_bytes()) == office.tsv()


@pytest.mark.parametrize("told", ["bytes 10-16/17", "bytes 60-66", ""])
def test_the_wrong_rest_is_not_put_behind_the_beginning(server: OfficeServer, tmp_path: Path, told: str) -> None:
    """Plain text has no checksum that would tell."""
    server.misbehave(office.cut_off(60), office.status(206, b"rubbish\n", Content_Range=told))
    fetch(server, tmp_path, name="t.csv", service="oecd")
    assert (tmp_path / "t.csv").read_bytes() == office.oecd_csv()


@pytest.mark.parametrize("trick", [office.cut_off_chunked, office.silently_cut_off, office.cut_off(100)])
@pytest.mark.parametrize("service", ["eurostat", "oecd"])
def test_half_a_table_is_never_taken_for_a_whole_one(
    server: OfficeServer, tmp_path: Path, trick: office.Trick, service: str
) -> None:
    server.tags = False
    server.misbehave(trick)
    name = "t.csv"
    fetch(server, tmp_path, name=name, service=service)
    assert (tmp_path / name).read_bytes() == (office.eurostat_csv() if service == "eurostat" else office.oecd_csv())
    server.misbehave(*[trick] * HASTY.tries)
    (tmp_path / "second").mkdir()
    assert "cut off" in refused(server, tmp_path / "second", name=name, service=service)


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_a_busy_service_is_asked_again(server: OfficeServer, tmp_path: Path, code: int) -> None:
    server.misbehave(office.status(code, office.PAGE), office.status(code))
    fetch(server, tmp_path)
    assert len(server.asked) == 3
    server.misbehave(*[office.status(code)] * HASTY.tries)
    (tmp_path / "second").mkdir()
    told = refused(server, tmp_path / "second")
    assert f"asked 4 times, it is busy or out of order (HTTP {code})" in told


def test_a_pause_that_the_service_asks_for_is_kept(
    server: OfficeServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    server.misbehave(office.status(429, Retry_After="2"))
    fetch(server, tmp_path)
    assert pauses == [2]


def test_a_pause_of_an_hour_is_told_instead(server: OfficeServer, tmp_path: Path) -> None:
    server.misbehave(office.status(429, Retry_After="3600"))
    assert "asks to come back in 3600 s" in refused(server, tmp_path)
    assert len(server.asked) == 1


def test_a_slow_service_is_waited_for_and_asked_again(server: OfficeServer, tmp_path: Path) -> None:
    short = Patience(tries=2, backoff=0.01, timeout=0.3)
    server.misbehave(office.slow(0.1), office.slow(0.8))
    fetch(server, tmp_path, patience=short)
    fetch(server, tmp_path, patience=short, refresh=True)
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("trick", "words"),
    [
        (office.instead(office.PAGE), "sent a web page instead of a table: Scheduled maintenance"),
        (office.instead(office.PAGE, "text/csv"), "sent a web page"),
        (office.instead(office.FAULT, "application/xml"), "sent a message instead of a table: No results found"),
        (office.instead(b'{"error": "no"}', "application/json"), "sent JSON instead of a table"),
        (office.instead(b"Request queued\n", "text/csv"), "sent something else instead of a table: Request queued"),
        (office.instead(b"a,b\n1,2\n", "text/csv"), "sent something else"),
        (office.instead(b"\x89PNG\r\n\x1a\n\x00\x00", "text/csv"), "sent something else"),
        (office.instead(gzip.compress(office.PAGE)), "sent a web page"),
        (office.instead(b""), "empty answer"),
        (office.instead(gzip.compress(b"\n")), "empty answer"),
        (office.status(400, office.FAULT), "refuses (HTTP 400): No results found"),
        (office.status(403, office.PAGE), "refuses (HTTP 403): Scheduled maintenance"),
        (office.status(413), "refuses (HTTP 413) (ask for less"),
        (office.status(204), "refuses (HTTP 204)"),
        (office.status(302, Location="http://example.org/table"), "is not https://HOST"),
        (office.status(302, Location="file:///etc/passwd"), "is not https://HOST"),
    ],
)
def test_what_is_not_a_table_is_not_kept(server: OfficeServer, tmp_path: Path, trick: office.Trick, words: str) -> None:
    server.misbehave(trick)
    told = refused(server, tmp_path)
    assert words in told
    assert "R902" in told
    assert not list((tmp_path / "cache").glob("*.table"))
    fetch(server, tmp_path)


def test_a_dataset_that_is_not_there(server: OfficeServer, tmp_path: Path) -> None:
    told = refused(server, tmp_path, dataset="sbs_r_nuts06_r3")
    assert "refuses (HTTP 404): No results found (is the name of the dataset right?" in told


def test_a_redirect_on_the_same_terms_is_followed(server: OfficeServer, tmp_path: Path) -> None:
    server.misbehave(office.status(302, Location=f"{server.address}/1.0/async/data/elsewhere"))
    fetch(server, tmp_path)
    assert len(server.asked) == 2
    server.misbehave(*[office.status(302, Location="/1.0/async/data/round")] * 6)
    (tmp_path / "second").mkdir()
    assert "without end" in refused(server, tmp_path / "second", "geo=ITH5")


def test_a_table_in_the_making_is_waited_for(server: OfficeServer, tmp_path: Path) -> None:
    server.misbehave(office.instead(office.PROMISE, "application/xml"))
    server.states = ["SUBMITTED", "PROCESSING", "AVAILABLE"]
    done = fetch(server, tmp_path)
    number = "98de05ea-540a-43d3-903b-7c9e14faf808"
    assert server.paths[1:] == [f"/1.0/async/status/{number}"] * 3 + [f"/1.0/async/data/{number}"]
    assert gzip.decompress(done.files[0].read_bytes()) == office.tsv()
    assert fetch(server, tmp_path).copy_of
    assert len(server.asked) == 5


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (["EXPIRED"], "R902 127.0.0.1 gave up making the table (EXPIRED)"),
        (["UNKNOWN_REQUEST"], "gave up"),
        (["PROCESSING"] * 100, "R901 127.0.0.1 is still making the table (large tables are made on request"),
    ],
)
def test_a_table_that_is_not_made_in_time(server: OfficeServer, tmp_path: Path, states: list[str], words: str) -> None:
    server.misbehave(office.instead(office.PROMISE, "application/xml"))
    server.states = states
    assert words in refused(server, tmp_path)
    server.states = []
    fetch(server, tmp_path)


def test_nobody_there_is_told_at_once(server: OfficeServer, tmp_path: Path) -> None:
    server.address = "http://127.0.0.1:9"
    told = refused(server, tmp_path)
    assert "R901 cannot fetch from 127.0.0.1: no connection (are you online?" in told


def test_a_proxy_that_is_not_there_is_told_without_its_password(server: OfficeServer, tmp_path: Path) -> None:
    server.address = "https://example.org"
    told = refused(server, tmp_path, proxy="http://name:secret@127.0.0.1:9")
    assert "cannot fetch from example.org: the proxy of this system does not let us through" in told
    assert "secret" not in told


def test_a_service_must_prove_who_it_is(server: OfficeServer, tmp_path: Path) -> None:
    server.address = server.address.replace("http://", "https://")
    assert "it does not prove who it is" in refused(server, tmp_path)
    assert not server.asked


def test_a_weak_tag_does_not_promise_the_same_bytes(server: OfficeServer, tmp_path: Path) -> None:
    def weak(handler: office.Handler, body: bytes) -> None:
        handler.give(200, body, sent=body[:60], ETag='W/"edition-7"')

    server.misbehave(weak)
    fetch(server, tmp_path)
    assert [headers.get("Range") for _, headers in server.asked] == [None, None]

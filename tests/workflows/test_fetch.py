"""Tables fetched from two offices on this machine: what is asked, what is kept, and what is written."""

from __future__ import annotations

import gzip
import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest

from recommender.model.problem import RecommenderError
from tests import office_server as office
from tests.fetch_jobs import GDP, NOW, SBS, fetch, job, refused
from tests.office_server import OfficeServer


def test_a_whole_table_is_the_one_that_is_prepared(server: OfficeServer, tmp_path: Path) -> None:
    fetch(server, tmp_path)
    assert server.paths == [f"/sdmx/2.1/data/{SBS}?format=TSV&compressed=true"]
    assert gzip.decompress((tmp_path / "table.tsv.gz").read_bytes()) == office.tsv()


@pytest.mark.parametrize(
    ("name", "words", "content"),
    [
        ("t.tsv", (), office.tsv()),
        ("t.tsv", ("geo=ITH5,ITC4",), office.tsv(("ITH5", "ITC4"))),
        ("t.csv", (), office.eurostat_csv()),
        ("t.csv", ("geo=ITH5", "time=2020"), office.eurostat_csv(("ITH5",), (2020,))),
        ("t.csv", ("TIME_PERIOD=2018-2019",), office.eurostat_csv(years=(2019,))),
    ],
)
def test_the_name_of_the_file_says_what_is_written(
    server: OfficeServer, tmp_path: Path, name: str, words: tuple[str, ...], content: bytes
) -> None:
    fetch(server, tmp_path, *words, name=name)
    fetch(server, tmp_path, *words, name=name + ".gz")
    assert (tmp_path / name).read_bytes() == content
    assert gzip.decompress((tmp_path / (name + ".gz")).read_bytes()) == content


def test_codes_of_the_oecd_stand_where_their_dimension_does(server: OfficeServer, tmp_path: Path) -> None:
    fetch(server, tmp_path, "ref_area=ITH5,ITC4", "time=2015-", name="t.csv", service="oecd")
    asked = server.paths[-1]
    assert asked.startswith(f"/data/{GDP}/.ITH5+ITC4.?startPeriod=2015&dimensionAtObservation=AllDimensions")
    assert (tmp_path / "t.csv").read_bytes() == office.oecd_csv(("ITH5", "ITC4"))
    assert "no dimension 'geo'" in _told(server, tmp_path / "other", "geo=IT")


def _told(server: OfficeServer, folder: Path, *words: str) -> str:
    folder.mkdir()
    return refused(server, folder, *words, name="t.csv", service="oecd")


def test_provenance_says_what_was_asked_and_what_came(server: OfficeServer, tmp_path: Path) -> None:
    done = fetch(server, tmp_path, "geo=ITH5", "time=2019-2020", name="t.csv")
    assert done.files == (tmp_path / "t.csv", tmp_path / "t.csv.provenance.json")
    told = json.loads(done.files[1].read_text("utf-8"))
    data = done.files[0].read_bytes()
    assert told["sha256"] == hashlib.sha256(data).hexdigest()
    assert told["bytes"] == len(data)
    assert told["updated"] == "02/11/26 11:00:00"
    assert told["fetched"] == "2026-11-23T12:00:00Z"
    assert told["codes"] == {"geo": ["ITH5"]}
    assert told["years"] == {"first": 2019, "last": 2020}
    assert told["address"].startswith(f"{server.address}/sdmx/3.0/data/dataflow/ESTAT/{SBS}/1.0?c%5Bgeo%5D=ITH5&")
    assert (told["publisher"], told["dataset"], told["name"]) == ("Eurostat", SBS, "t.csv")
    assert "2011/833/EU" in told["licence"]


def test_where_the_table_does_not_say_when_it_was_updated_the_service_may(server: OfficeServer, tmp_path: Path) -> None:
    done = fetch(server, tmp_path)
    assert json.loads(done.files[1].read_text("utf-8"))["updated"] == "2026-11-02T10:00:00+00:00"


def test_a_copy_serves_for_a_day_and_then_for_as_long_as_the_service_says(server: OfficeServer, tmp_path: Path) -> None:
    first = fetch(server, tmp_path)
    again = fetch(server, tmp_path, now=NOW + timedelta(hours=23))
    assert (first.copy_of, again.copy_of) == (None, "2026-11-23T12:00:00Z")
    assert len(server.asked) == 1
    fetch(server, tmp_path, now=NOW + timedelta(hours=25))
    fetch(server, tmp_path, refresh=True)
    assert [headers.get("If-None-Match") for _, headers in server.asked] == [None, office.ETAG, office.ETAG]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://example.org", "not https"),
        ("ftp://127.0.0.1", "not https"),
        ("file:///etc/passwd", "not https"),
        ("example.org", "not https"),
        ("https://name:secret@example.org", "carries a name or a password"),
        ("https://example.org/?token=secret", "carries more than a path"),
        ("http://127.0.0.1.example.org", "not https"),
        ("http://127.0.0.1:x", "not well formed"),
        ("https://", "not https"),
    ],
)
def test_unsafe_addresses_are_refused_and_not_repeated(
    server: OfficeServer, tmp_path: Path, address: str, words: str
) -> None:
    server.address = address
    told = refused(server, tmp_path)
    assert words in told
    assert "secret" not in told


def test_nothing_of_the_user_is_sent(server: OfficeServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    fetch(server, tmp_path)
    [(_, headers)] = server.asked
    assert set(headers) == {"Host", "User-Agent", "Accept-Encoding"}
    assert headers["User-Agent"].startswith("ris3/")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("geo",), "'geo' does not say what to take"),
        (("geo=",), "'geo=' does not say"),
        (("geo=IT H5",), "does not say"),
        (("geo=ITH5&format=json",), "does not say"),
        (("c[geo]=IT",), "does not say"),
        (("geo=IT", "geo=FR"), "'geo' is given twice"),
        (("time=2015", "time=2016"), "'time' is given twice"),
        (("time=2023-2015",), "end before they begin"),
        (("time=last",), "does not say"),
    ],
)
def test_words_that_are_no_question(server: OfficeServer, tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    assert told in refused(server, tmp_path, *words)
    assert not server.asked


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"dataset": "../../etc"}, "is not what a dataset of Eurostat is called"),
        ({"dataset": "a?b"}, "is not what a dataset"),
        ({"service": "oecd", "name": "t.tsv"}, "OECD is not asked for .tsv"),
        ({"service": "istat", "dataset": "x"}, "unknown service 'istat'"),
        ({"name": "t.xlsx"}, "does not say which format"),
        ({"service": "oecd", "dataset": "GDP", "name": "t.csv"}, "is not what a dataset of OECD is called"),
    ],
)
def test_questions_that_no_service_answers(
    server: OfficeServer, tmp_path: Path, changes: dict[str, str], told: str
) -> None:
    assert told in refused(server, tmp_path, **changes)
    assert not server.asked


def test_neither_file_is_there_where_one_cannot_be_written(server: OfficeServer, tmp_path: Path) -> None:
    (tmp_path / "table.tsv.gz").mkdir()
    with pytest.raises(RecommenderError):
        fetch(server, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "table.tsv.gz"]


def test_the_same_table_gives_the_same_bytes(server: OfficeServer, tmp_path: Path) -> None:
    first = fetch(server, tmp_path, name="a.csv.gz", service="oecd").files[0].read_bytes()
    assert fetch(server, tmp_path, name="b.csv.gz", service="oecd").files[0].read_bytes() == first


def test_progress_is_told(server: OfficeServer, tmp_path: Path) -> None:
    running = job(server, tmp_path)
    assert running.share() is None
    running.run()
    assert running.share() == 1
    assert running.what() == f"fetching {SBS} 0.0 MB"

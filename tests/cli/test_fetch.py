"""`ris3 fetch` as people run it: offline, interrupted, and what comes after it."""

from __future__ import annotations

import json
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import office_server as office
from tests.office_server import OfficeServer
from tests.support import COMMAND, ROOT, contents, environment, listens_to_interrupts, ris3

SBS = ("fetch", "eurostat", "sbs_r_nuts06_r2")
GDP = ("fetch", "oecd", "OECD.CFE.EDS,DSD_REG_ECO@DF_GDP,2.0")
NOBODY = "http://127.0.0.1:9"


@pytest.fixture
def server() -> Iterator[OfficeServer]:
    with OfficeServer().serve() as running:
        yield running


def places(address: str, folder: Path) -> dict[str, str | None]:
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"))
    return {**proxies, "RIS3_SERVICE": address, "XDG_CACHE_HOME": str(folder / "cache")}


def test_offline_is_one_clean_line_and_a_hint(tmp_path: Path) -> None:
    run = ris3(*SBS, "-o", "t.tsv.gz", cwd=tmp_path, env=places(NOBODY, tmp_path))
    assert (run.code, run.out) == (2, b"")
    line, hint = run.err.splitlines()
    assert line == "ris3: R901 cannot fetch from 127.0.0.1: no connection"
    assert hint.startswith("  hint: are you online?")
    assert not [name for name in contents(tmp_path) if not name.startswith("cache")]


@pytest.mark.parametrize(
    ("arguments", "name"),
    [(SBS, "t.tsv.gz"), (SBS, "t.tsv"), (SBS, "t.csv"), ((*SBS, "time=2019-2020"), "t.csv.gz"), (GDP, "t.csv")],
)
def test_what_was_fetched_is_read(server: OfficeServer, tmp_path: Path, arguments: tuple[str, ...], name: str) -> None:
    run = ris3(*arguments, "-o", name, cwd=tmp_path, env=places(server.address, tmp_path))
    assert run.code == 0, run.err
    assert run.err.splitlines() == [f"wrote {name}", f"wrote {name}.provenance.json", f"next: ris3 table {name}"]
    table = ris3("table", name, "--format", "csv", cwd=tmp_path)
    assert table.code == 0, table.err
    assert len(table.text.splitlines()) == 1 + len(office.REGIONS) * len(office.ACTIVITIES) * len(office.YEARS)
    ranking = ris3("recommend", "--table", name, "--region", "ITH5", "--year", "2020", "--format", "json", cwd=tmp_path)
    assert ranking.code == 0, ranking.err
    found = json.loads(ranking.text)
    assert found["opportunities"] or found["not_recommended"]
    told = json.loads((tmp_path / f"{name}.provenance.json").read_text("utf-8"))["sha256"]
    assert told in {item["sha256"] for item in found["inputs"]}


def test_a_copy_is_told(server: OfficeServer, tmp_path: Path) -> None:
    for _ in range(2):
        run = ris3(*SBS, "-o", "t.tsv.gz", cwd=tmp_path, env=places(server.address, tmp_path))
    assert run.err.startswith("the copy that was fetched at 20")
    assert "--refresh asks again" in run.err
    assert len(server.asked) == 1
    quiet = ris3(*SBS, "-o", "t.tsv.gz", "-q", cwd=tmp_path, env=places(server.address, tmp_path))
    assert (quiet.code, quiet.err) == (0, "")


def test_the_table_has_a_file(tmp_path: Path) -> None:
    run = ris3(*SBS, "-o", "-", cwd=tmp_path, env=places(NOBODY, tmp_path))
    assert run.code == 2
    assert "R701 the table is written to a file" in run.err


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    without = "import sys, runpy; sys.modules['urllib3'] = None; runpy.run_module('cli.ris3', run_name='__main__')"
    run = ris3(*SBS, "-o", "t.tsv", cwd=tmp_path, env=places(NOBODY, tmp_path), command=(sys.executable, "-c", without))
    assert run.code == 2
    assert "pip install 'ris3[fetch]'" in run.err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signals of this kind")
def test_what_an_interrupted_run_has_is_kept_for_the_next(server: OfficeServer, tmp_path: Path) -> None:
    def stall(handler: office.Handler, body: bytes) -> None:
        handler.give(200, body, sent=body[:10_000])
        time.sleep(2)

    server.misbehave(stall)
    env = environment(places(server.address, tmp_path))
    running = subprocess.Popen(
        [*COMMAND, *GDP, "-o", "t.csv"], cwd=tmp_path, env=env, stderr=subprocess.PIPE,
        preexec_fn=listens_to_interrupts,
    )  # fmt: skip
    deadline = time.monotonic() + 30
    while not (begun := _begun(tmp_path)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert begun
    time.sleep(0.3)
    running.send_signal(signal.SIGINT)
    running.communicate(timeout=30)
    assert running.returncode == 130
    assert not (tmp_path / "t.csv").exists()
    assert ris3(*GDP, "-o", "t.csv", cwd=tmp_path, env=places(server.address, tmp_path)).code == 0
    assert server.asked[-1][1]["Range"] == "bytes=8192-"
    assert (tmp_path / "t.csv").read_bytes() == office.oecd_csv()


def _begun(folder: Path) -> list[str]:
    return [name for name in contents(folder) if name.endswith(".part")]


PAGE = (ROOT / "docs" / "tables.md").read_text("utf-8")


@pytest.mark.parametrize("line", re.findall(r"^ris3 (fetch .*)$", PAGE, re.MULTILINE))
def test_every_line_of_the_page_works(server: OfficeServer, tmp_path: Path, line: str) -> None:
    run = ris3(*shlex.split(line), cwd=tmp_path, env=places(server.address, tmp_path))
    assert run.code == 0, run.err
    assert server.asked


def test_the_page_has_lines() -> None:
    assert len(re.findall(r"^ris3 fetch ", PAGE, re.MULTILINE)) == 3

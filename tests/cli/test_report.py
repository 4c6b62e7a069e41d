"""`ris3 report` as people run it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import EXAMPLES, contents, ris3

NORTE = EXAMPLES / "norte" / "profile.yaml"


@pytest.mark.parametrize("name", ["report.html", "report.md", "report.docx", "report.pptx", "report.xlsx"])
def test_the_same_bytes_later_and_elsewhere(name: str, tmp_path: Path) -> None:
    for zone, folder in (("Pacific/Kiritimati", "a"), ("America/Anchorage", "b")):
        (tmp_path / folder).mkdir()
        done = ris3("report", NORTE, "-o", name, cwd=tmp_path / folder, env={"TZ": zone, "PYTHONHASHSEED": "7"})
        assert (done.code, done.err) == (0, f"wrote {name}\n")
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "report.odt"), "which document"),
        (("-o", "report"), "which document"),
        (("-o", "report.html", "--template", "ours.docx"), "takes no template"),
        (("-o", "q.svg", "--figure", "quadrnt"), "did you mean 'quadrant'?"),
        (("-o", "q.pdf", "--figure", "quadrant"), ".svg or .png"),
        (("-o", "nowhere/report.html"), "does not exist"),
        (("-o", "report.html", "--roadmap", "no_such_path"), "no path is called 'no_such_path'"),
        (("-o", "report.html", "--roadmap", "hydrogen_heat", "--years", "2026"), "are no years"),
    ],
)
def test_what_cannot_be_written_is_told_and_leaves_nothing(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    done = ris3("report", NORTE, *arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, b"")
    assert words in done.err
    assert "Traceback" not in done.err
    assert contents(tmp_path) == {}


def test_a_document_is_not_written_over_what_it_is_made_of(tmp_path: Path) -> None:
    profile = tmp_path / "profile.html"
    profile.write_bytes(NORTE.read_bytes())
    done = ris3("report", profile, "-o", profile, cwd=tmp_path)
    assert (done.code, profile.read_bytes()) == (2, NORTE.read_bytes())


def test_a_region_without_profile_has_a_report_too(tmp_path: Path) -> None:
    assert ris3("report", "ITH5", "--for", "board", "--lang", "it", "-o", "er.html", cwd=tmp_path).code == 0
    assert "attività alla portata" in (tmp_path / "er.html").read_text("utf-8")


def test_one_figure(tmp_path: Path) -> None:
    assert ris3("report", NORTE, "--figure", "network", "-o", "n.svg", cwd=tmp_path).code == 0
    assert (tmp_path / "n.svg").read_text("utf-8").startswith("<svg")


def test_what_changed_since_an_earlier_result(tmp_path: Path) -> None:
    assert ris3("recommend", NORTE, "-o", "old.json", cwd=tmp_path).code == 0
    done = ris3("report", NORTE, "--since", "old.json", "--lens", "green", "-o", "new.md", cwd=tmp_path)
    assert done.code == 0, done.err
    assert "## What changed" in (tmp_path / "new.md").read_text("utf-8")


def test_a_roadmap_is_a_chapter_and_the_first_sheets_say_what_would_change_them(tmp_path: Path) -> None:
    closed = "hydrogen_heat"
    done = ris3("report", EXAMPLES / "emilia-romagna" / "profile.yaml", "--roadmap", closed, "-o", "report.md",
                cwd=tmp_path)  # fmt: skip
    assert (done.code, done.err) == (0, "wrote report.md\n")
    text = (tmp_path / "report.md").read_text("utf-8")
    assert "## The way to what is not possible yet" in text
    assert text.count("What would change the answer?") == 5

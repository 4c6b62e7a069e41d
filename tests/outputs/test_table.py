"""Text for people: it fits, nothing is cut, nothing in it acts, and colours add nothing but colour."""

import re
import unicodedata
from dataclasses import replace

import pytest

from recommender.outputs.layout.width import columns
from recommender.outputs.render import render
from tests.outputs import samples

ANSI = re.compile(r"\x1b\[[0-9;]*m")
WIDTHS = (20, 36, 50, 64, 80, 100, 120, 160)
ASKS = (
    "comparison",
    "audit",
    "scenario_comparison",
    "scenario_run",
    "sensitivity",
    "goal",
    "roadmap",
    "lock_check",
    "differences",
)
"""Results whose title is a question."""
ABOUT_REGIONS = [name for name in samples.ALL if name != "listing"]


def table(result, **options):
    return render(result, "table", **options)


def squeezed(text):
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("name", samples.ALL)
class TestEveryResult:
    def test_fits_the_width(self, name, language):
        for width in WIDTHS:
            for line in table(samples.ALL[name](), width=width, language=language).splitlines():
                is_command = line.startswith("ris3 ")  # people copy it, so it stays in one piece
                assert columns(line) <= width or is_command, (width, line)

    def test_nothing_is_cut_however_narrow(self, name, language):
        narrow = squeezed(table(samples.ALL[name](), width=20, language=language).replace("•", ""))
        for word in re.findall(r"[^\W\d_]{4,}", table(samples.ALL[name](), width=2000, language=language)):
            assert word in narrow

    def test_has_no_trailing_space_and_no_run_of_empty_lines(self, name, language):
        text = table(samples.ALL[name](), width=80, language=language)
        assert not re.search(r"[ \t]\n|\n\n\n|\n\n\Z|…", text)

    def test_colours_add_nothing_but_colour(self, name, language):
        plain = table(samples.ALL[name](), width=80, language=language)
        coloured = table(samples.ALL[name](), width=80, language=language, terminal=True)
        assert ANSI.sub("", coloured) == plain
        assert ANSI.search(coloured)

    def test_is_readable_in_ascii(self, name, language):
        for encoding in ("ascii", "cp1252"):
            text = table(samples.ALL[name](), width=80, language=language, encoding=encoding)
            assert text.encode(encoding).decode(encoding) == text
            assert "?" not in text.replace("?  ", "").replace("?\n", "") or name in ASKS
            assert all(columns(line) <= 80 for line in text.splitlines())


def lines_with(text, *words):
    return next(line for line in text.splitlines() if all(word in line for word in words))


def named(name):
    first, second = samples.rich().opportunities
    names = {**samples.NAMES, "aseptic": {"en": name}, "packaging": {"en": name}}
    return replace(samples.rich(), opportunities=(replace(first, name={"en": name}), second), names=names)


@pytest.mark.parametrize(
    "name", ["包装机械を作る", "e\u0301" * 8, "עברית שלום", "العربية", "한국어 이름", "👩‍🔬 x", "Łódź ș ț"]
)
def test_columns_stay_aligned_whatever_the_script(name):
    text = table(named(name), width=160)
    one, two = lines_with(text, "high", "0.71"), lines_with(text, "low", "0.61")
    assert columns(one[: one.index("high")]) == columns(two[: two.index("low")])
    assert columns(one[: one.index("0.71")]) == columns(two[: two.index("0.61")])


NASTY = [
    "\x1b[2J",
    "\x1b]0;title\x07",
    "\x9b31m",
    "\u202ereversed",
    "a\nb\tc\rd",
    "[red]Norte",
    "Lisbon [/]",
    "\ud800",
    "\x00",
]


@pytest.mark.parametrize("name", NASTY)
def test_no_name_acts_on_the_terminal(name):
    for terminal in (False, True):
        text = ANSI.sub("", table(named(name), width=100, terminal=terminal))
        acting = [character for character in text if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl")]
        assert set(acting) <= {"\n"}
    if name.startswith(("[", "L")):
        assert name in table(named(name), width=160, terminal=True)


def test_a_very_long_name_is_broken_and_kept():
    name = "x" * 4000
    text = table(named(name), width=80)
    assert all(columns(line) <= 80 for line in text.splitlines())
    assert text.count("x") >= 4000


def test_the_band_comes_before_the_decimals():
    text = table(samples.rich(), width=120)
    head = lines_with(text, "Path", "Band")
    assert head.index("Band") < head.index("0–1")


def test_what_does_not_fit_beside_folds_below():
    wide, narrow = table(samples.rich(), width=160), table(samples.rich(), width=80)
    assert "Who together" in lines_with(wide, "Path", "Band")
    assert "Who together" not in lines_with(narrow, "Path", "Band")
    assert "Who: Packaging machinery + Pharma and life science" in narrow


def test_commands_name_the_source_as_the_user_did():
    assert "ris3 explain er/profile.yaml aseptic" in table(samples.rich(), source="er/profile.yaml")


def test_without_a_width_it_does_not_depend_on_the_terminal(monkeypatch):
    before = table(samples.rich())
    monkeypatch.setenv("COLUMNS", "33")
    assert table(samples.rich()) == before

"""The page: whole by itself, inert whatever names hold, and sound for those who do not see it."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from recommender import wording
from recommender.model.report import READERS
from recommender.outputs.chapters import CHAPTERS, document_of
from recommender.outputs.documents import Wish, document_bytes
from tests.outputs.report import reports

TARGET = Path("report.html")
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "end_of_data": "</script><script>alert(2)</script>",
    "template": "{{7*7}}{% raw %}",
    "address": "javascript:alert(3)",
    "long": "x" * 4000,
    "direction": "abc\u202edef",
    "other_scripts": "日本語 العربية",
}


def page(answer, reader="team", language="en"):
    return document_bytes(reports.of(answer), TARGET, Wish(reader, language))


@pytest.fixture(scope="module")
def rich():
    return reports.parsed(page(reports.ALL["rich"]()))


@pytest.mark.parametrize("name", reports.ALL)
@pytest.mark.parametrize("language", wording.languages())
def test_every_kind_of_answer_makes_a_page(name, language):
    found = reports.parsed(page(reports.ALL[name](), language=language))
    assert found.count("h1") == found.count("main") == 1
    assert ("html", {"lang": language}) in found.tags


def test_nothing_is_asked_of_the_network(rich):
    assert not rich.all("src")
    assert all(tag == "a" for tag, found in rich.tags if (found.get("href") or "").startswith("http"))
    [policy] = [found["content"] for tag, found in rich.tags if found.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "@import" not in "".join(rich.texts)


def test_what_is_pointed_at_is_there_once(rich):
    marks = rich.all("id")
    assert len(marks) == len(set(marks))
    wanted = {value[1:] for value in rich.all("href") if value.startswith("#")}
    wanted |= {value for name in ("aria-labelledby", "aria-describedby", "for") for value in rich.all(name)}
    assert wanted <= set(marks)


def test_headings_skip_no_level(rich):
    levels = [int(tag[1]) for tag, _ in rich.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_figure_is_told_in_words(rich):
    assert rich.count("figure") == rich.count("figcaption") == rich.count("svg") > 0
    assert all(found.get("aria-hidden") == "true" for tag, found in rich.tags if tag == "svg")


@pytest.mark.parametrize("case", HOSTILE)
def test_names_do_nothing(case):
    name = HOSTILE[case]
    plain = reports.ALL["rich"]()
    evil = replace(
        plain,
        region_name={"en": name},
        names={**plain.names, **{key: {"en": name} for key in plain.names}},
        opportunities=tuple(replace(item, name={"en": name}, summary={"en": name}) for item in plain.opportunities),
        sources={key: {**source, "title": name, "url": name} for key, source in plain.sources.items()},
    )
    clean, found = reports.parsed(page(plain)), reports.parsed(page(evil))
    assert found.count("script") == clean.count("script") == 2
    assert not found.count("img")
    assert not [key for _, attributes in found.tags for key in attributes if key.startswith("on")]
    assert not [value for value in found.all("href") if value.startswith("javascript")]
    shown = name.replace("\u202e", "\N{REPLACEMENT CHARACTER}")
    assert any(shown in text for text in found.texts)
    assert "\u202e" not in page(evil).decode()


def test_the_data_for_ranking_anew_is_that_of_the_answer():
    answer = reports.ALL["rich"]()
    text = page(answer).decode()
    data = json.loads(re.search(r'id="live-data">(.*?)</script>', text, re.S)[1])
    assert [item["id"] for item in data["items"]] == [item.id for item in answer.opportunities]
    assert data["weights"] == answer.settings["criteria"]
    assert data["items"][0]["criteria"] == dict(answer.opportunities[0].criteria.items())


def test_each_reader_gets_other_chapters():
    report = reports.of(reports.ALL["rich"]())
    found = {reader: [page.name for page in document_of(report, reader, "en").pages] for reader in READERS}
    assert all(names[0] == "summary" and "ranking" in names and "method" in names for names in found.values())
    assert "sheets" not in found["board"]
    assert "annex" in found["authority"]
    assert [reader for reader, names in found.items() if "scoring-sheet" in names] == ["workshop"]


@pytest.mark.parametrize("language", wording.languages())
def test_every_chapter_and_reader_has_a_name(language):
    assert set(wording.labels(language)["chapter"]) == set(CHAPTERS.all())
    assert set(wording.labels(language)["reader"]) == set(READERS)


def test_no_two_chapters_want_the_same_place():
    places = [chapter.place for chapter in CHAPTERS.all().values()]
    assert len(places) == len(set(places))


def test_the_same_answer_gives_the_same_bytes():
    assert page(reports.ALL["rich"]()) == page(reports.ALL["rich"]())

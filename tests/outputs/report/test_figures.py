"""Figures: drawn from facts, told in words, as pictures of both kinds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.large_region import Size, made_up_profile, settings
from recommender.analysis.network_layout import network_layout
from recommender.model.problem import OutputError, UnknownName
from recommender.outputs.chapters import document_of
from recommender.outputs.charts import CHARTS, figures_of
from recommender.outputs.charts.draw import figure_bytes, svg_of
from recommender.workflows.report import report
from recommender.workflows.request import Request
from tests.outputs.report import reports
from tests.support import EXAMPLES


@pytest.fixture(scope="module")
def region():
    return report(Request(str(EXAMPLES / "emilia-romagna" / "profile.yaml")), scenarios=["green-transition"], draws=100)


def test_a_profile_has_every_figure(region):
    assert set(figures_of(region, "en")) == set(CHARTS.all())


def test_other_questions_have_their_chapters(region):
    names = {page.name for page in document_of(region, "team", "it").pages}
    assert {"ecosystem", "scenarios", "sensitivity", "partners", "governance"} <= names


def test_a_chapter_without_its_question_is_left_out(region):
    names = {page.name for page in document_of(replace(region, further={}), "team", "en").pages}
    assert not {"ecosystem", "scenarios", "sensitivity", "governance", "changes"} & names


@pytest.mark.parametrize("language", ["en", "it"])
def test_figures_are_drawn_and_told(region, language):
    for name, figure in figures_of(region, language).items():
        assert figure.name == name
        assert figure.title
        assert len(figure.alternative) > 40
        assert svg_of(figure, language).startswith("<svg")


def test_decimal_marks_are_those_of_the_language(region):
    for language, mark in (("en", "0.2"), ("it", "0,2")):
        assert f">{mark}<" in svg_of(figures_of(region, language)["scores"], language)


def test_the_diagram_names_every_point(region):
    svg = svg_of(figures_of(region, "en")["quadrant"], "en")
    for item in region.recommendation.opportunities:
        assert f'aria-label="{item.id}"' in svg
        assert f'aria-label="rank of {item.id}"' in svg


def test_the_diagram_shows_how_far_draws_reach(region):
    svg = svg_of(figures_of(region, "en")["quadrant"], "en")
    for item in region.recommendation.opportunities:
        assert svg.count(f'aria-label="range of {item.id}"') == 2
    unsure = sum(max(item.uncertainty["quadrants"].values()) < 0.9 for item in region.recommendation.opportunities)
    assert f"{unsure} of them are borderline" in figures_of(region, "en")["quadrant"].alternative
    plain = tuple(replace(item, uncertainty={}) for item in region.recommendation.opportunities)
    without = replace(region, recommendation=replace(region.recommendation, opportunities=plain))
    assert "range of" not in svg_of(figures_of(without, "en")["quadrant"], "en")
    assert "nine of ten" not in figures_of(without, "en")["quadrant"].alternative


def test_statistics_alone_have_no_map_of_competences():
    assert set(figures_of(reports.of(reports.ALL["statistics_only"]()), "en")) <= {"quadrant", "scores"}


def test_pictures_are_of_the_kind_that_the_name_says(region):
    assert figure_bytes(region, "network", Path("n.SVG"), "en").startswith(b"<svg")
    assert figure_bytes(region, "network", Path("n.png"), "en").startswith(b"\x89PNG")
    with pytest.raises(OutputError):
        figure_bytes(region, "network", Path("n.gif"), "en")
    with pytest.raises(UnknownName, match="figure"):
        figure_bytes(region, "netwrok", Path("n.svg"), "en")


def test_everybody_has_a_place_of_their_own_on_the_circle():
    links = {("a", "b"): 0.9, ("b", "c"): 0.5, ("d", "e"): 1.0}
    found = network_layout("abcde", links)
    assert sorted(found.values()) == [0.0, 0.2, 0.4, 0.6, 0.8]
    assert network_layout("abcde", links) == found
    assert network_layout("", {}) == {}
    assert network_layout("a", {}) == {"a": 0.0}


def test_who_works_together_stands_together():
    actors = [f"n{number}" for number in range(8)]
    links = {
        (actors[a], actors[b]): 1.0 for group in ((0, 2, 4, 6), (1, 3, 5, 7)) for a in group for b in group if a < b
    }
    found = network_layout(actors, links)
    order = [int(name[1]) % 2 for name in sorted(actors, key=lambda name: found[name])]
    assert sum(a != b for a, b in zip(order, [*order[1:], order[0]], strict=True)) == 2


def test_a_large_region_is_drawn_as_far_as_it_can_be_read(tmp_path):
    size = Size(clusters=40, institutions=100, paths=12, competences=140)
    (tmp_path / "profile.yaml").write_text(json.dumps(made_up_profile(size, seed=2)), encoding="utf-8")
    (tmp_path / "settings.yaml").write_text(json.dumps(settings(20)), encoding="utf-8")
    large = report(Request(str(tmp_path / "profile.yaml"), config=str(tmp_path / "settings.yaml")))
    drawn = figures_of(large, "en")
    assert len(large.positions) == 100
    assert "Drawn are the 100 with most links." in drawn["network"].alternative
    cells = drawn["competences-technological"].chart["data"]["values"]
    assert (len({cell["competence"] for cell in cells}), len({cell["cluster"] for cell in cells})) == (60, 30)
    assert (
        "Drawn: the 60 competences most widely held and the 30 clusters"
        in drawn["competences-technological"].alternative
    )

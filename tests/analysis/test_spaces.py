"""What is related to what: the drawing keeps what hangs together, and says what the region has."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.analysis.spaces import LINKS_PER_DOT, activity_space, backbone, competence_space
from recommender.workflows.recommend import answer_of, prepare
from recommender.workflows.request import Request
from tests.support import EXAMPLES


def groups(count: int, pairs: list[tuple[int, int]]) -> set[frozenset[int]]:
    """What hangs together, by walking."""
    found = set()
    for start in range(count):
        seen, ahead = {start}, [start]
        while ahead:
            here = ahead.pop()
            near = {b if a == here else a for a, b in pairs if here in (a, b)} - seen
            seen |= near
            ahead += near
        found.add(frozenset(seen))
    return found


@given(st.integers(2, 9), st.integers(0, 10_000))
def test_what_is_related_hangs_together(count: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    upper = np.triu(np.where(draw.random((count, count)) < 0.4, draw.random((count, count)), 0), 1)
    related = upper + upper.T
    links = list(backbone(related))
    pairs = [(one, other) for one, other, _ in links]
    assert groups(count, pairs) == groups(count, [(a, b) for a in range(count) for b in range(a) if related[a, b] > 0])
    assert len(set(pairs)) == len(pairs) <= max(count - 1, int(LINKS_PER_DOT * count))
    assert all(weight == round(related[one, other], 4) for one, other, weight in links)
    left_out = [related[a, b] for a in range(count) for b in range(a + 1, count) if (a, b) not in pairs]
    assert np.all(np.array(left_out) <= max((weight for _, _, weight in links), default=0) + 1e-4)


def test_the_forest_is_the_heaviest() -> None:
    related = np.array([[0, 0.9, 0.8, 0], [0.9, 0, 0.7, 0], [0.8, 0.7, 0, 0.1], [0, 0, 0.1, 0]], dtype=np.float64)
    assert list(backbone(related)) == [(0, 1, 0.9), (0, 2, 0.8), (1, 2, 0.7), (2, 3, 0.1)]


@pytest.fixture(scope="module")
def run():
    return prepare(Request(str(EXAMPLES / "emilia-romagna" / "profile.yaml")))


def test_competences_are_counted_as_the_paths_need_them(run) -> None:
    answer = answer_of(run)
    space = competence_space(answer)
    library = run.profile.library.paths.values()
    assert {dot.id: dot.weight for dot in space.dots} == {
        name: sum(name in path.needs for path in library) for path in library for name in path.needs
    }
    for dot in space.dots:
        assert (dot.value is None) == (dot.state == "unknown")
    for one, other, weight in space.links:
        a, b = ({path.id for path in library if space.dots[at].id in path.needs} for at in (one, other))
        assert weight == pytest.approx(len(a & b) / np.sqrt(len(a) * len(b)), abs=1e-4)


def test_activities_are_those_of_the_model(run) -> None:
    model, region = run.evidence.model, run.evidence.region.code
    space = activity_space(answer_of(run), model, region)
    row = model.region_index(region)
    assert {dot.id for dot in space.dots} == set(model.activities)
    for dot in space.dots:
        assert (dot.state == "specialised") == model.present[row, model.activity_index(dot.id)]
    for one, other, weight in space.links:
        columns = (model.activity_index(space.dots[at].id) for at in (one, other))
        assert weight == pytest.approx(model.relatedness[tuple(columns)], abs=1e-4)


def test_nothing_is_drawn_of_what_needs_nothing(run) -> None:
    assert competence_space(answer_of(prepare(Request("ITH5")))) is None

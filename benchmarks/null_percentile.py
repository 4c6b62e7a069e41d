"""How long the null percentile takes: `python -m benchmarks.null_percentile [--large]`, CPU seconds.

A made-up region from a seed, as dense as a well-described one: actors hold about 14 competences
each and a lead reaches about 16 others. Half of the paths grow out of what linked actors hold.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import dataclass

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before NumPy starts its threads

import numpy as np

from recommender.measures.competence.access import access
from recommender.measures.competence.arrays import Floats
from recommender.measures.competence.coalition import best_coalitions
from recommender.measures.competence.luck import null_percentiles
from recommender.measures.competence.made_up import relabellings
from recommender.measures.competence.specificity import specificity
from recommender.measures.competence.supply import Capabilities, Needs, capabilities

DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Size:
    """How large a region is; `links` is the mean number of direct links of an actor."""

    actors: int
    leads: int
    competences: int
    paths: int
    links: float
    held: int


SIZES = {
    "one region": Size(actors=33, leads=30, competences=75, paths=44, links=4.2, held=13),
    "a large one": Size(actors=700, leads=700, competences=400, paths=300, links=4.2, held=13),
}


def made_up_region(size: Size, seed: int) -> tuple[Capabilities, list[Needs]]:
    """A region and paths drawn from `seed`."""
    draw = np.random.Generator(np.random.PCG64(seed))
    kinds = np.sort(draw.choice(3, size=size.competences, p=[0.55, 0.25, 0.2])).astype(np.int8)
    levels = np.full((size.actors, size.competences), np.nan)
    for row in levels:
        some = draw.choice(size.competences, size=draw.integers(size.held - 4, size.held + 5), replace=False)
        row[some] = draw.uniform(0.3, 0.95, len(some)).round(2)
    strength = _strength(size, draw)
    region = capabilities(
        levels, kinds, specificity(levels), _nearness(size, draw), access(strength), np.arange(size.leads)
    )
    return region, [_needs(size, region.held, strength, draw, grown=bool(path % 2)) for path in range(size.paths)]


def _strength(size: Size, draw: np.random.Generator) -> Floats:
    strength = np.zeros((size.actors, size.actors))
    ends = draw.integers(0, size.actors, (2, int(size.actors * size.links / 2)))
    one, other = ends[:, ends[0] != ends[1]]
    strength[one, other] = draw.uniform(0.2, 0.9, len(one)).round(2)
    return np.maximum(strength, strength.T)


def _nearness(size: Size, draw: np.random.Generator) -> Floats:
    near = np.where(draw.random((size.competences, size.competences)) < 1.5 / size.competences, 0.33, 0.0)
    np.fill_diagonal(near, 0.0)
    return np.maximum(near, near.T)


def _needs(size: Size, held: Floats, strength: Floats, draw: np.random.Generator, *, grown: bool) -> Needs:
    """Seven to nine needs; if `grown`, mostly of what one actor and two of its neighbours hold."""
    actor = int(draw.integers(size.leads))
    family = [actor, *np.flatnonzero(strength[actor])[:2]]
    likely = held[family].max(axis=0) + 0.02 if grown else np.ones(size.competences)
    number = int(draw.integers(7, 10))
    competence = draw.choice(size.competences, size=number, replace=False, p=likely / likely.sum())
    weight = draw.uniform(0.3, 1, number).round(1)
    return Needs(competence, weight, weight.copy(), np.arange(number) < draw.integers(1, 3))


def seconds(work: Callable[[], object], repeats: int) -> float:
    """The least CPU time of several runs: the machine may be busy, but never too fast."""
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="the large region too, some minutes")
    large = parser.parse_args().large
    for name, size in SIZES.items():
        if size.actors > 100 and not large:
            continue
        print(f"{name}: {size}")
        _time(size)


def _time(size: Size) -> None:
    region, paths = made_up_region(size, seed=1)
    labels = relabellings(region.kinds, DRAWS, seed=1)
    repeats = 1 if size.actors > 100 else 5
    fits = np.array([found.fit for found in best_coalitions(region, paths)])
    real = seconds(lambda: best_coalitions(region, paths), repeats)
    null = seconds(lambda: null_percentiles(region, paths, fits, labels), repeats)
    print(f"  best coalitions {real:.3f} s, null percentiles over {DRAWS} draws {null:.3f} s")


if __name__ == "__main__":
    main()

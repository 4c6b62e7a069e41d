"""How many made-up paths come out "high"? About a tenth may, or "high" would mean nothing (METHODS A6, A7).

    python scripts/count_high_by_chance.py [PROFILE] [--paths 1000] [--seed 20261123]

Each made-up path is a shipped one whose competences are exchanged at random for others of their
kind. They stand in the profile's library in place of the shipped paths and are ranked as any path
is: with the default settings, their own null percentiles, eligibility and bands.

A made-up path ranks at random among its like, so the true share is a tenth less those that are not
eligible: a run counts more or fewer by chance. Exit code 1 if there are more than a true tenth would
give in 99 of 100 runs.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from recommender import shipped
from recommender.analysis.opportunities import rank_paths
from recommender.inputs.reading import Reading
from recommender.model.config import Luck
from recommender.model.path import Path as Way
from recommender.model.profile import Profile
from recommender.model.recommendation import BANDS, Band
from recommender.model.vocabulary import COMPETENCE_KINDS
from recommender.workflows.loading import load_profile
from recommender.workflows.settings import resolve_settings

SHARE = 0.1
"""Of made-up paths that may come out high: those that rank in the best tenth of their like."""

CONFIDENCE = 0.99


def bands(profile: Profile) -> Counter[Band]:
    """How many paths of a profile's library come out in each band, with the default settings."""
    settings, lens = resolve_settings(Reading())
    answer = rank_paths(profile, settings.config(), lens, None)
    return Counter(item.band for item in (*answer.opportunities, *answer.not_recommended))


def with_made_up_paths(profile: Profile, number: int, seed: int) -> Profile:
    """The profile with so many relabelled paths in place of its own, each of which is taken in turn."""
    draw = random.Random(seed)
    originals = islice(cycle(sorted(profile.library.paths.values(), key=lambda path: path.id)), number)
    made_up = {
        name: relabelled(path, name, _exchange(profile, draw))
        for name, path in ((f"made_up_{position:05}", path) for position, path in enumerate(originals))
    }
    return replace(profile, library=replace(profile.library, paths=made_up))


def relabelled(path: Way, name: str, exchange: Mapping[str, str]) -> Way:
    """The same weights, levels and essentials, asked of other competences; it has no activities."""
    needs = {exchange[need]: asked for need, asked in path.needs.items()}
    return replace(
        path, id=name, needs=needs, essential=tuple(exchange[need] for need in path.essential), activities={}
    )


def most_by_chance(number: int) -> int:
    """How many of so many paths come out high at most in 99 of 100 runs, if the true share is a tenth."""
    likely = 0.0
    for count in range(number + 1):
        likely += math.comb(number, count) * SHARE**count * (1 - SHARE) ** (number - count)
        if likely >= CONFIDENCE:
            return count
    return number


def _exchange(profile: Profile, draw: random.Random) -> dict[str, str]:
    """Which competence stands for which: at random within each kind."""
    result: dict[str, str] = {}
    for kind in COMPETENCE_KINDS:
        alike = sorted(word.id for word in profile.vocabulary.competences.values() if word.kind == kind)
        result |= dict(zip(alike, draw.sample(alike, len(alike)), strict=True))
    return result


def main() -> int:
    """Print the bands of the profile's own paths and of the made-up ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profile", nargs="?", default=str(shipped.EXAMPLES / "emilia-romagna" / "profile.yaml"))
    parser.add_argument("--paths", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=Luck().seed)
    asked = parser.parse_args()
    profile = load_profile(asked.profile, Reading())
    own, made_up = bands(profile), bands(with_made_up_paths(profile, asked.paths, asked.seed))
    print(f"{'band':<14}{'own paths':>12}{'made-up paths':>16}")
    for band in BANDS:
        print(f"{band:<14}{own[band]:>12}{made_up[band]:>16}")
    high, most = made_up["high"], most_by_chance(asked.paths)
    print(
        f"{high} of {asked.paths} made-up paths come out high ({high / asked.paths:.1%}; a true tenth: up to {most})."
    )
    return int(high > most)


if __name__ == "__main__":
    sys.exit(main())

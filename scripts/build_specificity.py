"""Write data/vocabulary/specificity.yaml from the shipped profiles of real regions (METHODS A1).

python scripts/build_specificity.py
"""

from __future__ import annotations

import math

from recommender import shipped
from recommender.inputs.profile_reader import read_profile
from recommender.inputs.reading import Reading
from recommender.workflows.shelf import known_activities, shipped_shelf

REGIONS = ("basque-country", "emilia-romagna", "nord-est-romania", "norte")


def main() -> None:
    """Specificity ln(1 + N/(1 + d)) / ln(1 + N), d the sum of a competence's levels over N clusters."""
    held: dict[str, float] = {}
    clusters = 0
    for name in REGIONS:
        file = shipped.EXAMPLES / name / "profile.yaml"
        profile = read_profile(file, shipped_shelf(), Reading(), activities=known_activities())
        words = profile.vocabulary.competences
        clusters += len(profile.clusters)
        for competence in words:
            found = [row.competences[competence].value for row in profile.clusters if competence in row.competences]
            held[competence] = held.get(competence, 0.0) + math.fsum(found)
    lines = [
        "# How much each competence distinguishes those who hold it, written by scripts/build_specificity.py.",
        'schema_version: "1"',
        'version: "2026.11"',
        f"computed_from: [{', '.join(REGIONS)}]",
        f"clusters: {clusters}",
        "specificity:",
    ]
    for competence, levels in sorted(held.items()):
        value = math.log(1 + clusters / (1 + levels)) / math.log(1 + clusters)
        lines.append(f"  {competence}: {round(value, 6)}")
    shipped.SPECIFICITY.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

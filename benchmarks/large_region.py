"""How the cost of a command grows with the region: CPU seconds and memory of a child process.

    python benchmarks/large_region.py [--command recommend] [--parts 8 4 2 1] [--draws 1000] [--keep FOLDER]

The whole region (part 1) has 200 clusters, 500 institutions, 300 paths and 400 competences; `recommend` may
take 30 seconds and one gibibyte for it. Part 8 has an eighth of each. All criteria have a value for every path
and weight in the lens. The profile is made up from a seed and is as dense as a well-described one: actors hold
about 13 competences and have about four links, and half of the paths grow out of what linked actors hold. Exit
code 1 if `recommend` on the whole region costs more than it may.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_SECONDS, MOST_MEBIBYTES = 30.0, 1024.0
KINDS = {"technological": "t", "organisational": "o", "business_model": "b"}
COMMANDS = ("recommend", "clusters", "governance", "audit", "report")
CRITERIA = ("relatedness", "complexity", "transition", "demand", "connectivity", "governance")


@dataclass(frozen=True, slots=True)
class Size:
    """How much of each there is."""

    clusters: int
    institutions: int
    paths: int
    competences: int

    def part(self, of: int) -> Size:
        """One part of so many."""
        return Size(self.clusters // of, self.institutions // of, self.paths // of, self.competences // of)


MEMBERS = 3
"""Actors of an association; each actor belongs to one, so that each has a figure for governance."""

WHOLE = Size(clusters=200, institutions=500, paths=300, competences=400)


def made_up_profile(size: Size, seed: int) -> dict[str, object]:
    """A profile with its own vocabulary and paths, as the YAML reader takes it (JSON is YAML)."""
    draw = random.Random(seed)
    counts = _counts(size)
    competences = [f"{letter}_{number}" for kind, letter in KINDS.items() for number in range(counts[kind])]
    clusters, institutions = (
        {f"{kind}_{number}": _levels(competences, draw) for number in range(count)}
        for kind, count in (("cluster", size.clusters), ("institution", size.institutions))
    )
    held = clusters | institutions
    links = list(_links(list(held), 2 * len(held), draw))
    return {
        "schema_version": "1",
        "region": {"name": f"A made-up region of {size.clusters} clusters"},
        "as_of": "2026-11",
        "vocabulary": _vocabulary(counts, draw),
        "paths": {"schema_version": "1", "paths": _paths(size, held, links, competences, draw)},
        "clusters": [_actor(name, levels) for name, levels in clusters.items()],
        "institutions": [_actor(name, levels) for name, levels in institutions.items()],
        "associations": [
            _association(number, list(held)[number * MEMBERS : (number + 1) * MEMBERS], draw)
            for number in range(-(-len(held) // MEMBERS))
        ],
        "links": links,
    }


def _counts(size: Size) -> dict[str, int]:
    """How many competences of each kind."""
    technological, organisational = size.competences * 11 // 20, size.competences // 4
    rest = size.competences - technological - organisational
    return dict(zip(KINDS, (technological, organisational, rest), strict=True))


def _vocabulary(counts: Mapping[str, int], draw: random.Random) -> dict[str, object]:
    words: dict[str, object] = {"schema_version": "1"}
    for kind, letter in KINDS.items():
        words[kind] = {
            f"{letter}_{number}": {"label": f"Competence {letter}{number}"}
            | ({"wipo": sorted(map(str, draw.sample(range(1, 36), 2)))} if letter == "t" else {})
            for number in range(counts[kind])
        }
    return words


def _levels(competences: Sequence[str], draw: random.Random) -> dict[str, float]:
    held = draw.sample(competences, min(len(competences), draw.randint(9, 17)))
    return {name: round(draw.uniform(0.3, 0.95), 2) for name in sorted(held)}


def _actor(name: str, levels: Mapping[str, float]) -> dict[str, object]:
    return {"id": name, "name": name.replace("_", " "), "competences": levels}


def _association(number: int, members: Sequence[str], draw: random.Random) -> dict[str, object]:
    facts = {"staff_fte": draw.randint(1, 4), "member_count": draw.randint(20, 200), "label": "silver"}
    return {"id": f"association_{number}", "name": f"Association {number}", "members": list(members)} | facts


def _links(actors: Sequence[str], number: int, draw: random.Random) -> Iterator[dict[str, object]]:
    for a, b in {tuple(sorted(draw.sample(actors, 2))): None for _ in range(number)}:
        yield {"a": a, "b": b, "kind": "co_develops", "strength": round(draw.uniform(0.2, 0.9), 2)}


def _paths(
    size: Size, held: Mapping[str, Mapping[str, float]], links: Sequence[Mapping[str, object]],
    competences: Sequence[str], draw: random.Random,
) -> dict[str, object]:  # fmt: skip
    paths: dict[str, object] = {}
    for number in range(size.paths):
        link = draw.choice(links)
        likely = sorted({*held[str(link["a"])], *held[str(link["b"])]}) if number % 2 else list(competences)
        needs = {name: round(draw.uniform(0.3, 1.0), 1) for name in draw.sample(likely, draw.randint(7, 9))}
        paths[f"path_{number:03}"] = {
            "name": f"Path {number}",
            "needs": needs,
            "essential": sorted(needs)[: draw.randint(1, 2)],
            "complexity": round(draw.random(), 2),
            "demand": round(draw.random(), 2),
            "transitions": {"green": round(draw.random(), 2), "digital": round(draw.random(), 2), "social": 0.2},
        }
    return paths


def settings(draws: int) -> dict[str, object]:
    """All criteria at equal weight, and so many draws."""
    weights: dict[str, float] = dict.fromkeys(CRITERIA, 0.16) | {"relatedness": 0.2}
    return {"schema_version": "1", "criteria": weights, "luck": {"draws": draws}}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    mebibytes: float


def cost(folder: Path, name: str) -> Cost:
    """CPU seconds and largest memory of a command on the profile in a folder."""
    command = [sys.executable, "-m", "cli.ris3", name, str(folder / "profile.yaml")]
    page = ["-o", str(folder / "report.html")]
    answer = ["--format", "json", "-o", str(folder / "answer.json")]
    command += ["--config", str(folder / "settings.yaml"), *(page if name == "report" else answer)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    with subprocess.Popen([*command, "--quiet"], cwd=ROOT, env=environment) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"ris3 {name} ended with {child.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def main() -> int:
    """Print a line for each part of the region."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", default="recommend", choices=COMMANDS)
    parser.add_argument("--parts", type=int, nargs="+", default=[8, 4, 2, 1])
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="write the made-up profiles here and leave them")
    asked = parser.parse_args()
    print(f"{'clusters':>8}{'institutions':>14}{'paths':>7}{'competences':>13}{'CPU s':>8}{'MiB':>7}{'high':>6}")
    exceeded = False
    with tempfile.TemporaryDirectory() as scratch:
        for part in asked.parts:
            size = WHOLE.part(part)
            folder = (asked.keep or Path(scratch)) / f"part_{part}"
            folder.mkdir(parents=True, exist_ok=True)
            for name, content in (("profile", made_up_profile(size, seed=1)), ("settings", settings(asked.draws))):
                (folder / f"{name}.yaml").write_text(json.dumps(content, indent=1), encoding="utf-8")
            taken = cost(folder, asked.command)
            written = folder / "answer.json"
            answer = json.loads(written.read_text("utf-8")) if written.exists() else {}
            high = sum(item["band"] == "high" for item in answer.get("opportunities", ()))
            row = f"{size.clusters:>8}{size.institutions:>14}{size.paths:>7}{size.competences:>13}"
            print(f"{row}{taken.seconds:>8.1f}{taken.mebibytes:>7.0f}{high:>6}", flush=True)
            exceeded |= (
                part == 1
                and asked.command == "recommend"
                and (taken.seconds > MOST_SECONDS or taken.mebibytes > MOST_MEBIBYTES)
            )
    return int(exceeded)


if __name__ == "__main__":
    sys.exit(main())

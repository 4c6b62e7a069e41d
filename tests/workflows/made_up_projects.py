"""Project files that tests write."""

from __future__ import annotations

from pathlib import Path

HEAD = 'schema_version: "1"\nconfig: {luck: {draws: 50}}\nregions:\n  here: {source: profile.yaml}\n'
OUTPUTS = "outputs:\n  results/ranking.md: {command: recommend}\n  kept.json: {command: lock}\n"
HUB = 'schema_version: "1"\nname: Hub\nset:\n  - {at: clusters.boatyards.maturity, value: emerging, reason: why}\n'


def write(folder: Path, text: str, name: str = "ris3.yaml") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file

"""Write docs/peers.md: what the packages of the field return for one table, and what we do.

python scripts/build_peers_doc.py GOLDEN            writes the file from golden/peers_5x6.json
python scripts/build_peers_doc.py GOLDEN --check    exits 1 if it is stale
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from scripts.peer_comparisons import COMPARISONS
from scripts.peer_conventions import Comparison, Inputs

FILE = Path(__file__).resolve().parent.parent / "docs" / "peers.md"
WITHIN = 1e-9
HEAD = """\
# Beside the packages of the field

Written by `scripts/build_peers_doc.py`, which recomputes every line.

A table of 5 regions and 6 activities was given to each package, and to `ris3 measure`. *Agrees* means the same
numbers without any option. *Differs* means that another convention gives other numbers; we reproduce them by that
convention up to 1e-9, so what separates the two is exactly what stands in the last column, and it is the package
that the column speaks of. *Not computed* is what we leave out.

Besides, on 226 countries and 785 products the presence, the proximity and the fitness (19 steps) are those that the
R package economiccomplexity publishes; and cells without a row, the candidates, always get a result
(econcomplex gives 20 rows of 30 back), with one row for each cell and year.
"""


def agrees(theirs: Any, ours: Any) -> bool:
    """Whether two arrays hold the same numbers, undefined in the same places."""
    if ours is None or np.shape(theirs) != np.shape(ours):
        return False
    first, second = np.asarray(theirs, dtype=float), np.asarray(ours, dtype=float)
    return bool(np.allclose(first, second, rtol=0, atol=WITHIN, equal_nan=True))


def verdict(item: Comparison, theirs: Any, given: Inputs) -> str:
    """What the line says; a claim that is not true raises ValueError."""
    if item.measure is None:
        return "not computed"
    if agrees(theirs, item.default(given)):
        if item.theirs is not None:
            raise ValueError(f"{item.package}, {item.key}: said to differ, but it does not")
        return "agrees"
    if not agrees(theirs, item.reproduced(given)) or not item.reason:
        raise ValueError(f"{item.package}, {item.key}: not reproduced")
    return "differs"


def document(golden: Mapping[str, Any]) -> str:
    """The whole file."""
    given = Inputs(golden["input"]["X"])
    return HEAD + "".join(line + "\n" for line in _lines(golden["peers"], given))


def _lines(peers: Mapping[str, Any], given: Inputs) -> Iterator[str]:
    for package, items in groupby(COMPARISONS, key=lambda item: item.package):
        yield from ("", f"## {package}", "", "| its result | our measure | | its convention |", "|---|---|---|---|")
        for item in items:
            found = verdict(item, peers[package][item.key], given)
            name = f"`{item.measure}`" if item.measure else "–"
            yield f"| {item.key.replace('|', '')} | {name} | {found} | {item.reason} |"


def main() -> int:
    """Write the page, or check it."""
    golden = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    text = document(golden)
    if "--check" in sys.argv:
        return int(FILE.read_text("utf-8") != text)
    FILE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Tell a translator what a language still lacks beside English.

    python scripts/check_language.py it

A language is a folder of recommender/wording; copy `en` to begin one. The tests check every folder
that is there: this script is for while it is being written. Exit code 1 if something is missing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from recommender.wording import languages
from recommender.wording.catalogue import briefs, labels, sentences

MODEL = "en"


def missing(language: str) -> Iterator[str]:
    """What has words in English and none in the language."""
    yield from (f"sentence {kind}" for kind in sentences(MODEL) if kind not in sentences(language))
    yield from (f"few words for {kind}" for kind in briefs(MODEL) if kind not in briefs(language))
    theirs = labels(language)
    for group, words in labels(MODEL).items():
        yield from (f"label {group}.{key}" for key in words if key not in theirs.get(group, {}))


def main(arguments: list[str]) -> int:
    """Print what is missing, and how much of the whole it is."""
    if len(arguments) != 1 or arguments[0] not in languages():
        print(f"say one of: {', '.join(name for name in languages() if name != MODEL)}", file=sys.stderr)
        return 2
    found = list(missing(arguments[0]))
    whole = len(sentences(MODEL)) + len(briefs(MODEL)) + sum(map(len, labels(MODEL).values()))
    print("\n".join((*found, f"{arguments[0]}: {whole - len(found):,} of {whole:,} have words")))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

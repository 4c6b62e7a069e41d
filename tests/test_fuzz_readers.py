"""A short run of scripts/fuzz_readers.py; the long one gives each reader a million texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.fuzz_readers import READERS, fuzz

TEXTS = 1_000
OF_TABLES = 150
"""Each of them starts an engine."""


@pytest.mark.parametrize("reader", READERS)
def test_texts_are_read_or_refused_cleanly(reader: str, tmp_path: Path) -> None:
    texts = OF_TABLES if reader in ("table", "eurostat") else TEXTS
    tally = fuzz(reader, 20261123, texts, tmp_path)
    assert not tally.failures
    assert sum(tally.outcomes.values()) == texts
    assert tally.outcomes["read"] > 0
    assert tally.outcomes["refused"] > 0


def test_a_seed_gives_the_same_texts_again(tmp_path: Path) -> None:
    first, again, other = (fuzz("number", seed, 300, tmp_path).outcomes for seed in (1, 1, 2))
    assert first == again
    assert first != other

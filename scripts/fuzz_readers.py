"""Give a reader a million texts: each is read, or refused with clean problems. Anything else is a mistake of ours.

    python scripts/fuzz_readers.py --reader yaml --seeds 0 100 --texts 10000

Seed n gives the same texts on every machine, so that a failure can be repeated: it is printed with
the seed and the number of the text.
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from recommender.analysis.reference import build_reference
from recommender.inputs.csv_folder import read_csv_folder
from recommender.inputs.library import shipped_paths, shipped_vocabulary
from recommender.inputs.numbers import number_hint, read_number
from recommender.inputs.nuts import Nuts, read_nuts
from recommender.inputs.profile_plain import profile_as_plain
from recommender.inputs.profile_reader import read_profile
from recommender.inputs.reading import Reading
from recommender.inputs.reference_file import parse_reference, reference_bytes
from recommender.inputs.scenario_reader import read_scenario
from recommender.inputs.tables import read_table
from recommender.inputs.tables.figures import NotAFigure, read_figure
from recommender.model.problem import Code, RecommenderError
from recommender.model.profile import Profile
from recommender.outputs.profile_yaml import as_yaml
from recommender.shipped import TAXONOMIES
from recommender.workflows.settings import resolve_settings
from recommender.workflows.shelf import known_activities, shipped_shelf
from scripts import fuzz_texts

SLOWEST = 5.0
"""Seconds after which a text of a few lines counts as a failure."""
ROUND_TRIPS = 50
"""One of so many profiles that could be read is also written and read again."""


class Unclean(Exception):
    """A refusal that says too little, or a result that is wrong."""


@dataclass(slots=True)
class Tally:
    """What became of the texts of one seed."""

    outcomes: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: float = 0.0


def fuzz(reader: str, seed: int, texts: int, folder: Path) -> Tally:
    """Give the texts of one seed to a reader, which may use `folder`."""
    source, tally = random.Random(f"{reader} {seed}"), Tally()
    read_one = READERS[reader]
    for number in range(texts):
        start = time.perf_counter()
        try:
            tally.outcomes[read_one(source, folder)] += 1
        except RecommenderError as error:
            tally.outcomes["refused"] += 1
            tally.codes.update({problem.code.code for problem in error.problems})
            if not _is_clean(error):
                tally.failures.append(f"seed {seed}, text {number}: unclean: {error.problems}")
        except Exception as error:
            tally.outcomes["failed"] += 1
            tally.failures.append(f"seed {seed}, text {number}: {type(error).__name__}: {error}"[:500])
        spent = time.perf_counter() - start
        tally.slowest = max(tally.slowest, spent)
        if spent > SLOWEST:
            tally.failures.append(f"seed {seed}, text {number}: took {spent:.1f} s")
    return tally


def _is_clean(error: RecommenderError) -> bool:
    told = all(problem.message and "\n" not in problem.message for problem in error.problems)
    placed = all(problem.at is not None or problem.code is Code.USAGE for problem in error.problems)
    return bool(error.problems) and told and placed and str(error) != ""


def _text(source: random.Random, valid: str) -> bytes:
    text = fuzz_texts.made_up(source) if source.random() < 0.1 else fuzz_texts.mutated(valid, source)
    data = text.encode("utf-8", "surrogatepass")
    if source.random() < 0.02:
        data = data[: source.randrange(len(data) + 1)] + bytes([source.randrange(256)])
    return data


def _yaml(source: random.Random, folder: Path) -> str:
    file = folder / "profile.yaml"
    file.write_bytes(_text(source, fuzz_texts.YAML))
    reading = Reading()
    profile = read_profile(file, shipped_shelf(), reading, activities=known_activities())
    if reading.problems or reading.partial:
        raise Unclean("it was read although something is wrong with it")
    if source.randrange(ROUND_TRIPS) == 0:
        _check_round_trip(profile, folder)
    return "read"


def _check_round_trip(profile: Profile, folder: Path) -> None:
    shelf = shipped_shelf()
    plain = profile_as_plain(profile, shipped_vocabulary(shelf, Reading()), shipped_paths(shelf, Reading()))
    file = folder / "again.yaml"
    file.write_text(as_yaml(plain), encoding="utf-8")
    if read_profile(file, shelf, Reading(), activities=known_activities()) != profile:
        raise Unclean("written and read again it is another profile")


def _csv(source: random.Random, folder: Path) -> str:
    for name, valid in fuzz_texts.CSV.items():
        data = _text(source, valid) if source.random() < 0.4 else valid.encode()
        (folder / name).write_bytes(data)
    delimiter, decimal = (",", ".") if source.random() < 0.9 else source.choice(((";", ","), ("tab", "."), (",", ",")))
    read_csv_folder(folder, shipped_shelf(), Reading(), activities=known_activities(),
                    delimiter=delimiter, decimal=decimal)  # fmt: skip
    return "read"


def _read_table(data: bytes, folder: Path, decimal: str) -> str:
    file = folder / "table.csv"
    file.write_bytes(data)
    table, _ = read_table(file, nuts=_nuts(), decimal=decimal)
    if table.values.shape[1:] != (len(table.regions), len(table.activities)):
        raise Unclean("the table has another shape than its names")
    return "read"


@cache
def _nuts() -> Nuts:
    return read_nuts(TAXONOMIES / "nuts.csv")


def _reference(source: random.Random, folder: Path) -> str:
    parse_reference(_packed(source) if source.random() < 0.5 else fuzz_texts.damaged(source, _model()), "model.npz")
    return "read"


def _packed(source: random.Random) -> bytes:
    """A well-formed archive in which one member is wrong, or missing."""
    out, wrong = io.BytesIO(), source.choice(list(_members()))
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in _members().items():
            if name != wrong:
                archive.writestr(name, content)
            elif name.endswith(".json"):
                archive.writestr(name, _text(source, content.decode()))
            elif source.random() < 0.9:
                archive.writestr(name, fuzz_texts.damaged(source, content, within=128))
    return out.getvalue()


@cache
def _members() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_model())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def _model() -> bytes:
    """A small model: that of the table above."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "table.csv"
        file.write_text(fuzz_texts.TABLE, encoding="utf-8")
        return reference_bytes(build_reference(read_table(file, nuts=_nuts())[0]))


def _with_files(source: random.Random, folder: Path) -> str:
    """A profile whose vocabulary and paths stand in files of their own, one of them wrong."""
    wrong = source.choice(("vocabulary.yaml", "paths.yaml"))
    for name, valid in (("vocabulary.yaml", fuzz_texts.VOCABULARY), ("paths.yaml", fuzz_texts.PATHS)):
        (folder / name).write_bytes(_text(source, valid) if name == wrong else valid.encode())
    file = folder / "profile.yaml"
    file.write_text(fuzz_texts.PROFILE_WITH_FILES, encoding="utf-8")
    read_profile(file, shipped_shelf(), Reading(), activities=known_activities())
    return "read"


def _config(source: random.Random, folder: Path) -> str:
    """A settings file, or a lens; what can be read makes whole settings."""
    config, lens = folder / "settings.yaml", folder / "lens.yaml"
    if source.random() < 0.7:
        config.write_bytes(_text(source, fuzz_texts.CONFIG))
        settings, _ = resolve_settings(Reading(), config=str(config))
    else:
        lens.write_bytes(_text(source, fuzz_texts.LENS))
        settings, _ = resolve_settings(Reading(), lens=str(lens))
    settings.config()
    return "read"


def _scenario(source: random.Random, folder: Path) -> str:
    file = folder / "scenario.yaml"
    file.write_bytes(_text(source, fuzz_texts.SCENARIO))
    read_scenario(file, Reading())
    return "read"


def _number(source: random.Random, folder: Path) -> str:
    text = fuzz_texts.mutated(source.choice(fuzz_texts.NUMBERS), source)
    decimal = source.choice((".", ","))
    try:
        value = read_number(text, decimal=decimal)
    except ValueError:
        number_hint(text, decimal=decimal)
        outcome = "refused"
    else:
        outcome = "read"
        if not text.isascii() or value != float(text.strip(" ").replace(",", ".")):
            raise Unclean(f"{text!r} was read as {value}")
    try:
        read_figure(text, decimal=decimal)
    except NotAFigure as error:
        if not str(error):
            raise Unclean(f"{text!r} is refused without a reason") from None
    return outcome


READERS: dict[str, Callable[[random.Random, Path], str]] = {
    "yaml": _yaml,
    "csv": _csv,
    "library": _with_files,
    "config": _config,
    "scenario": _scenario,
    "table": lambda source, folder: _read_table(_text(source, fuzz_texts.TABLE), folder, source.choice((".", ","))),
    "eurostat": lambda source, folder: _read_table(_text(source, fuzz_texts.EUROSTAT), folder, "."),
    "reference": _reference,
    "number": _number,
}


def _work(job: tuple[str, int, int]) -> Tally:
    fast = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=fast if fast.is_dir() else None) as folder:
        return fuzz(*job, Path(folder))


def main() -> int:
    """Fuzz the readers that were asked for; 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reader", choices=[*READERS, "all"], default="all")
    parser.add_argument("--seeds", type=int, nargs=2, metavar=("FROM", "TO"), default=(0, 10))
    parser.add_argument("--texts", type=int, default=1000, help="how many for each seed")
    wanted = parser.parse_args()
    failed = False
    for reader in READERS if wanted.reader == "all" else [wanted.reader]:
        failed |= _report(reader, range(*wanted.seeds), wanted.texts)
    return int(failed)


def _report(reader: str, seeds: range, texts: int) -> bool:
    start, total = time.perf_counter(), Tally()
    with multiprocessing.Pool() as pool:
        for tally in pool.imap_unordered(_work, [(reader, seed, texts) for seed in seeds]):
            total.outcomes += tally.outcomes
            total.codes += tally.codes
            total.failures += tally.failures
            total.slowest = max(total.slowest, tally.slowest)
    counts = ", ".join(f"{name} {count:,}" for name, count in sorted(total.outcomes.items()))
    spent = time.perf_counter() - start
    print(
        f"{reader}: {sum(total.outcomes.values()):,} texts in {spent:.0f} s (slowest {total.slowest:.2f} s): {counts}"
    )
    if total.codes:
        print("  " + ", ".join(f"{code} {count:,}" for code, count in sorted(total.codes.items())))
    for failure in sorted(total.failures)[:20]:
        print(f"  {failure}")
    return bool(total.failures)


if __name__ == "__main__":
    sys.exit(main())

"""Relatedness that a user brings to a ranking: labour moves, deliveries, competences, a matrix of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from ..analysis.colocation import Extra, activity_in, extra_relatedness
from ..analysis.measuring import Wanted, find_measures, measure_square
from ..inputs.csv_text import CsvStyle, csv_style
from ..inputs.reading import Reading
from ..inputs.side_tables import SideTable, codes_of, matrix_of, numbers_of, read_side_table
from ..model.problem import Code, Place, input_error
from ..model.recommendation import Input
from ..model.reference import ReferenceModel
from ..model.table import TableSource
from .request import Request

GIVEN = "given-relatedness"
COLUMNS = {"flows": ("from", "to", "value"), "competences": ("activity", "competence", "value")}
HOW = "write MEASURE=FILE or MEASURE=FILE:WEIGHT, with commas between several"

_PART = re.compile(r"(?:(?P<measure>[a-z0-9-]+)=)?(?P<file>.+?)(?::(?P<weight>[0-9]+(?:\.[0-9]+)?))?")


@dataclass(frozen=True, slots=True, eq=False)
class GivenRelatedness:
    """What was read, the files, and for each how many activities of the model it speaks of."""

    extras: tuple[Extra, ...]
    inputs: tuple[Input, ...]
    covered: tuple[int, ...]

    def told(self) -> list[dict[str, object]]:
        """Facts: which measure, of which file, with which weight, and of how many activities."""
        rows = zip(self.extras, self.inputs, self.covered, strict=True)
        return [
            {"measure": extra.name, "file": source.name, "weight": extra.weight, "covered": count}
            for extra, source, count in rows
        ]


def read_relatedness(request: Request, model: ReferenceModel, reading: Reading) -> GivenRelatedness:
    """The relatedness that `--relatedness` names, in the order of the model's activities.

    Raises
    ------
    RecommenderError
        If a part cannot be understood, a measure takes no such file, or a file cannot be read.
    """
    style = csv_style(request.delimiter or ",", request.decimal)
    parts = (request.relatedness or "").split(",")
    found = [_one(part.strip(), model, reading, style, request.encoding) for part in parts]
    names = [extra.name for extra, _, _ in found]
    if len(set(names)) < len(names):
        raise input_error(Code.USAGE, "--relatedness names a measure twice", hint=HOW)
    extras, inputs, covered = zip(*found, strict=True)
    return GivenRelatedness(extras, inputs, covered)


def _one(
    part: str, model: ReferenceModel, reading: Reading, style: CsvStyle, encoding: str
) -> tuple[Extra, Input, int]:
    match = _PART.fullmatch(part)
    if match is None:
        raise input_error(Code.USAGE, f"--relatedness cannot be '{part}'", hint=HOW)
    [measure] = find_measures((match["measure"] or GIVEN,))
    weight = float(match["weight"] or 1)
    if measure.takes not in COLUMNS or weight == 0:
        what = "its weight is 0" if measure.takes in COLUMNS else f"'{measure.name}' is computed from the statistics"
        raise input_error(Code.USAGE, f"--relatedness {part}: {what}", hint="input-output, skill-relatedness, "
                          "competence-similarity or given-relatedness")  # fmt: skip
    side = read_side_table(match["file"], COLUMNS[measure.takes], reading, style=style, encoding=encoding)
    side, activities = _in_model(side, model, measure.takes, reading)
    rest = activities if measure.takes == "flows" else codes_of(side, 1)
    array = matrix_of(side, numbers_of(side, reading, least=0), activities, rest, reading)
    source = TableSource(Path(match["file"]).name, side.source.sha256)
    column = measure_square(measure.takes, array, activities, source, Wanted((measure.name,))).columns[0]
    extra = extra_relatedness(model, measure.name, weight, column.values[0], activities)
    return extra, Input(source.name, source.sha256), len(activities)


def _in_model(
    side: SideTable, model: ReferenceModel, takes: str, reading: Reading
) -> tuple[SideTable, tuple[str, ...]]:
    """The rows between activities of the model, under its codes, and these codes in order."""
    places = (0, 1) if takes == "flows" else (0,)
    given = sorted({key[place] for key in side.keys for place in places})
    known = {code: held for code in given if (held := activity_in(model, code)) is not None}
    first: dict[str, str] = {}
    for code, held in known.items():
        if held in first:
            reading.add(Code.TABLE_CONTENT, f"{first[held]} and {code} are both {held}", Place(side.source.name),
                        hint="add them up before")  # fmt: skip
        first.setdefault(held, code)
    if len(first) < 2:
        hint = f"they are called {model.activities[0]}, {model.activities[1]} …"
        message = "fewer than two of its activities are in the statistics"
        reading.add(Code.TABLE_CONTENT, message, Place(side.source.name), hint=hint)
    reading.finish()
    strange = len(given) - len(known)
    if strange:
        message = f"{strange} of {len(given)} activities are not in the statistics and left out"
        reading.warn(Code.TABLE_CONTENT, message, Place(side.source.name))
    kept = [at for at, key in enumerate(side.keys) if all(key[place] in known for place in places)]
    keys = tuple(
        tuple(known[code] if place in places else code for place, code in enumerate(side.keys[at])) for at in kept
    )
    return replace(side, keys=keys, values=tuple(side.values[at] for at in kept)), tuple(sorted(first))

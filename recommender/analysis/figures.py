"""What if a region had other figures: its row of a reference model, changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from ..measures.specialisation import location_quotient, presence
from ..model.reference import ReferenceModel
from ..model.table import Status


def with_figures(model: ReferenceModel, region: str, figures: Mapping[str, float]) -> ReferenceModel:
    """The model with other `figures` (activity -> amount in the model's unit) of one region.

    The region's quotients and specialisations follow. How activities go together, and every other
    region, stay as they are: one region's change says nothing about them.

    Raises
    ------
    KeyError
        If the model does not hold the region or an activity.
    """
    row = model.region_index(region)
    columns = [model.activity_index(code) for code in figures]
    values, status = model.values.copy(), model.status.copy()
    change = np.array(list(figures.values())) - np.nan_to_num(values[row, columns])
    values[row, columns] = list(figures.values())
    status[row, columns] = Status.OBSERVED
    sizes, volumes = model.region_sizes.copy(), model.activity_sizes.copy()
    sizes[row] += change.sum()
    volumes[columns] += change
    quotient, present = model.location_quotient.copy(), model.present.copy()
    quotient[row] = location_quotient(values, sizes, volumes)[row]
    present[row] = presence(values, sizes, volumes, cut=model.provenance.cut)[row]
    return replace(
        model, values=values, status=status, location_quotient=quotient, present=present,
        region_sizes=sizes, activity_sizes=volumes,
    )  # fmt: skip

"""Aggregated records as a table that can be written and measured."""

from __future__ import annotations

import hashlib

import numpy as np

from ...model.problem import Code, Place, Problem
from ...model.published import PublishedTable
from ...model.table import TableSource
from . import Aggregated
from .spec import RecordSpec


def as_table(spec: RecordSpec, found: Aggregated, engine: str) -> PublishedTable:
    """One row a cell: region, activity, year, value, in the order of codes."""
    columns = {}
    for place, name in enumerate(("region", "activity", "year")):
        if name in spec.columns:
            texts = [str(row[place]) for row in found.rows]
            names = tuple(sorted(set(texts)))
            at = {text: number for number, text in enumerate(names)}
            columns[name] = (np.array([at[text] for text in texts], dtype=np.intp), names)
    values = np.array([float(row[3]) for row in found.rows], dtype=np.float64)
    facts = {
        "records": found.records, "left out": found.left_out, "cells": len(found.rows), "unit": spec.unit,
        "counted": _counted(spec), "engine": engine,
        "total": float(sum(row[3] for row in found.rows)),
    }  # fmt: skip
    notes = []
    if found.left_out:
        message = f"{found.left_out:,} of {found.records:,} records lack a region, an activity, a year or a weight"
        notes.append(Problem(Code.TABLE_CONTENT, message, Place(spec.name)))
    digest = hashlib.sha256("\n".join(map(str, found.rows)).encode()).hexdigest()
    source = TableSource(spec.dataset or spec.name, digest, spec.publisher, spec.dataset, None, spec.unit, spec.licence)
    return PublishedTable(source, {key: value for key, value in facts.items() if value is not None}, columns, values,
                          tuple(notes))  # fmt: skip


def _counted(spec: RecordSpec) -> str:
    if spec.weight:
        return f"the sum of {spec.weight}"
    return f"records, in fractions by {spec.fractional_by}" if spec.fractional_by else "records"

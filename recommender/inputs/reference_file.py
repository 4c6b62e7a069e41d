"""A reference model as one compressed file: NumPy arrays and a JSON text in a ZIP archive (.npz).

The bytes depend on the model only: members in name order, fixed dates, and bzip2, whose output has
not changed for decades (that of zlib depends on the build).
"""

from __future__ import annotations

import io
import json
import tokenize
import warnings
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ..model.problem import Code, InputErrors, Place, input_error
from ..model.reference import ComplexityScores, Provenance, ReferenceModel
from .text import read_bytes

FORMAT = "ris3/reference"
VERSION = 1
FILE_LIMIT = 256 << 20
UNPACKED_LIMIT = 1024 << 20

# What Python and NumPy raise for content of another kind; NumPy reads the header of an array as Python.
_OTHER_CONTENT = (
    KeyError, ValueError, TypeError, AttributeError, OverflowError, RecursionError, SyntaxError, tokenize.TokenError,
)  # fmt: skip
_DATE = (1980, 1, 1, 0, 0, 0)
_META = "model.json"
_REBUILD = "build it again with `ris3 reference build`"


@dataclass(frozen=True, slots=True)
class _Member:
    """One array of the file: its type and the axes that give its shape."""

    dtype: str
    axes: tuple[str, ...]


_MEMBERS = {
    "activity_sizes": _Member("<f8", ("activities",)),
    "complexity_activities": _Member("<f8", ("activities",)),
    "complexity_regions": _Member("<f8", ("regions",)),
    "location_quotient": _Member("<f8", ("regions", "activities")),
    "present": _Member("|b1", ("regions", "activities")),
    "region_sizes": _Member("<f8", ("regions",)),
    "relatedness": _Member("<f8", ("activities", "activities")),
    "similarity": _Member("<f8", ("activities", "activities")),
    "status": _Member("|u1", ("regions", "activities")),
    "values": _Member("<f8", ("regions", "activities")),
}


def reference_bytes(model: ReferenceModel) -> bytes:
    """The file of a model: the same bytes for the same model, on every machine."""
    arrays = {name: getattr(model, name) for name in _MEMBERS if not name.startswith("complexity_")}
    arrays["complexity_regions"] = model.complexity.regions
    arrays["complexity_activities"] = model.complexity.activities
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, member in sorted(_MEMBERS.items()):
            content = io.BytesIO()
            array = np.ascontiguousarray(arrays[name], dtype=member.dtype)
            np.lib.format.write_array(content, array, version=(1, 0), allow_pickle=False)
            _add(archive, f"{name}.npy", content.getvalue())
        _add(archive, _META, _meta(model).encode("utf-8"))
    return out.getvalue()


def read_reference(path: str | Path) -> ReferenceModel:
    """The model of a file.

    Raises
    ------
    InputErrors
        If the file is missing or too large, damaged, not a reference model, or of a newer ris3.
    """
    return parse_reference(read_bytes(Path(path), limit=FILE_LIMIT), str(path))


def parse_reference(data: bytes, name: str) -> ReferenceModel:
    """The model of a file's bytes; errors as for `read_reference`, under the name of the file."""
    at = Place(name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpack = _unpacker(archive, at)
            meta = _checked_meta(unpack(_META), at)
            arrays = {name: _array(unpack(f"{name}.npy"), member, meta) for name, member in _MEMBERS.items()}
            return _model(meta, arrays)
    except _OTHER_CONTENT:
        raise _broken("this is not a reference model of ris3", at) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        raise _broken("the file is damaged, or is not a reference model", at) from None


def _meta(model: ReferenceModel) -> str:
    complexity = {item.name: getattr(model.complexity, item.name) for item in fields(model.complexity)}
    del complexity["regions"], complexity["activities"]
    content = {
        "format": FORMAT,
        "version": VERSION,
        "regions": list(zip(model.regions, model.region_names, strict=True)),
        "activities": list(zip(model.activities, map(dict, model.activity_labels), strict=True)),
        "complexity": {name: _plain(value) for name, value in complexity.items()},
        "provenance": asdict(model.provenance),
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=1) + "\n"


def _plain(value: Any) -> Any:
    """NaN is not JSON: null."""
    return None if isinstance(value, float) and np.isnan(value) else value


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, _DATE)
    info.compress_type = zipfile.ZIP_BZIP2
    info.create_system, info.external_attr = 3, 0o644 << 16
    archive.writestr(info, content)


def _unpacker(archive: zipfile.ZipFile, at: Place) -> Callable[[str], bytes]:
    """A reader of members that stops where all of them together grow past the limit."""
    left = UNPACKED_LIMIT

    def unpack(name: str) -> bytes:
        nonlocal left
        with archive.open(name) as member:
            content = member.read(left + 1)
        left -= len(content)
        if left < 0:
            raise input_error(Code.FILE_TOO_LARGE, f"the file unpacks to more than {UNPACKED_LIMIT >> 20} MiB", at)
        return content

    return unpack


def _checked_meta(content: bytes, at: Place) -> dict[str, Any]:
    meta = json.loads(content)
    if meta["format"] != FORMAT:
        raise KeyError("format")
    if not isinstance(meta["version"], int) or meta["version"] > VERSION:
        raise input_error(
            Code.REFERENCE_BROKEN, f"a reference model of version {meta['version']!r}; this ris3 reads {VERSION}", at,
            hint="upgrade ris3",
        )  # fmt: skip
    checked: dict[str, Any] = meta
    return checked


def _array(content: bytes, member: _Member, meta: dict[str, Any]) -> npt.NDArray[Any]:
    # The header is checked before any memory is taken for what it announces.
    buffer = io.BytesIO(content)
    np.lib.format.read_magic(buffer)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about headers of Python 2
        shape, by_columns, dtype = np.lib.format.read_array_header_1_0(buffer)
    if dtype.str != member.dtype or by_columns or shape != tuple(len(meta[axis]) for axis in member.axes):
        raise ValueError("an array of another kind or shape")
    return np.frombuffer(content, dtype=dtype, offset=buffer.tell()).reshape(shape)


def _model(meta: dict[str, Any], arrays: dict[str, npt.NDArray[Any]]) -> ReferenceModel:
    found = meta["complexity"]
    correlation = found["diversity_correlation"]
    complexity = ComplexityScores(
        regions=arrays.pop("complexity_regions"),
        activities=arrays.pop("complexity_activities"),
        eigenvalues=tuple(float(value) for value in found["eigenvalues"]),
        spectral_gap=float(found["spectral_gap"]),
        diversity_correlation=np.nan if correlation is None else float(correlation),
        components=int(found["components"]),
        warnings=tuple(_text(value) for value in found["warnings"]),
    )
    return ReferenceModel(
        regions=tuple(_text(code) for code, _ in meta["regions"]),
        region_names=tuple(_text(name) for _, name in meta["regions"]),
        activities=tuple(_text(code) for code, _ in meta["activities"]),
        activity_labels=tuple(_texts(label) for _, label in meta["activities"]),
        complexity=complexity,
        provenance=_provenance(dict(meta["provenance"])),
        **arrays,
    )


def _provenance(origin: dict[str, Any]) -> Provenance:
    year = origin.pop("year")
    return Provenance(
        year=None if year is None else int(year),
        cut=float(origin.pop("cut")),
        published_totals=bool(origin.pop("published_totals")),
        left_out=_texts(origin.pop("left_out")),
        joined={new: tuple(_text(code) for code in old) for new, old in origin.pop("joined").items()},
        counts={name: int(count) for name, count in origin.pop("counts").items()},
        **{name: None if text is None else _text(text) for name, text in origin.items()},  # type: ignore[arg-type]
    )


def _texts(values: dict[str, Any]) -> dict[str, str]:
    return {name: _text(value) for name, value in values.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _broken(message: str, at: Place) -> InputErrors:
    return input_error(Code.REFERENCE_BROKEN, message, at, hint=_REBUILD)

"""The file of a reference model: the same bytes, and clean errors for everything else."""

import io
import json
import subprocess
import sys
import zipfile
from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest

from recommender.analysis.reference import build_reference
from recommender.inputs import reference_file
from recommender.inputs.reference_file import read_reference, reference_bytes
from recommender.model.problem import InputErrors
from recommender.shipped import REFERENCES
from recommender.workflows.shelf import known_activities
from tests.inputs.tables.bad import read_table, write
from tests.shared_data import shared
from tests.support import ROOT, environment

EMBEDDED = REFERENCES / "eu-nuts2-nace2.npz"
ROWS = "".join(f"R{n},{a},{(n * 7 + k * 5) % 11}\n" for n in range(6) for k, a in enumerate("ABCDE"))


def small(tmp_path):
    table, _ = read_table(write(tmp_path, "region,activity,value\n" + ROWS))
    return build_reference(table)


def refused(path):
    with pytest.raises(InputErrors) as caught:
        read_reference(path)
    [problem] = caught.value.problems
    assert problem.at is not None
    assert problem.at.file == str(path)
    return f"{problem.code.code} {problem.message} | {problem.hint}"


def test_what_is_written_is_read(tmp_path):
    model = small(tmp_path)
    path = tmp_path / "model.npz"
    path.write_bytes(reference_bytes(model))
    again = read_reference(path)
    assert reference_bytes(again) == path.read_bytes()
    assert (again.regions, again.activities, again.provenance) == (model.regions, model.activities, model.provenance)
    for name in ("values", "status", "location_quotient", "present", "relatedness", "similarity", "region_sizes"):
        np.testing.assert_array_equal(getattr(again, name), getattr(model, name))
    np.testing.assert_array_equal(again.complexity.regions, model.complexity.regions)


def test_rebuilding_the_embedded_model_gives_the_same_bytes():
    table, _ = read_table(shared("official/sbs_r_nuts06_r2.tsv.gz"), indicator="V16110")
    labels = {code: activity.label for code, activity in known_activities().items()}
    assert reference_bytes(build_reference(table, labels=labels)) == EMBEDDED.read_bytes()


@pytest.mark.parametrize(
    "changes",
    [
        {"OPENBLAS_NUM_THREADS": "1"},
        {"OPENBLAS_NUM_THREADS": "4"},
        {"PYTHONHASHSEED": "3"},
        {"OPENBLAS_CORETYPE": "Haswell"},
        {"TZ": "Pacific/Kiritimati"},
    ],
)
def test_the_bytes_do_not_depend_on_the_machine(tmp_path, changes):
    source = write(tmp_path, "region,activity,value\n" + ROWS)
    script = (
        "import sys; from tests.inputs.tables.bad import read_table\n"
        "from recommender.analysis.reference import build_reference\n"
        "from recommender.inputs.reference_file import reference_bytes\n"
        "sys.stdout.buffer.write(reference_bytes(build_reference(read_table(sys.argv[1])[0])))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, source], cwd=ROOT, env=environment(changes), capture_output=True, check=True
    )
    assert done.stdout == reference_bytes(small(tmp_path))


def test_numpy_reads_the_file_without_us():
    with np.load(EMBEDDED, allow_pickle=False) as file:
        assert file["present"].shape == (280, 68)
    with zipfile.ZipFile(EMBEDDED) as archive:
        meta = json.loads(archive.read("model.json"))
    assert meta["format"] == "ris3/reference"
    assert meta["provenance"]["recipe"] == "ris3 reference build sbs_r_nuts06_r2.tsv.gz --indicator V16110"


def test_the_recipe_stands_beside_the_model():
    text = EMBEDDED.with_suffix(".md").read_text("utf-8")
    assert "`ris3 reference build sbs_r_nuts06_r2.tsv.gz --indicator V16110 -o eu-nuts2-nace2.npz`" in text
    for word in ("Eurostat", "2011/833/EU", "2014", "IE01", "FRA5"):
        assert word in text


def test_arrays_of_a_model_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        read_reference(EMBEDDED).values[0, 0] = 1


def rewritten(tmp_path, **members):
    """The embedded model with some members replaced; None leaves one out."""
    path = tmp_path / "changed.npz"
    with zipfile.ZipFile(EMBEDDED) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = members.get(name.split(".")[0], old.read(name))
            if content is not None:
                new.writestr(name, content)
    return path


def meta(**changes):
    with zipfile.ZipFile(EMBEDDED) as archive:
        return json.dumps(json.loads(archive.read("model.json")) | changes)


def array(value):
    out = io.BytesIO()
    np.save(out, value, allow_pickle=True)
    return out.getvalue()


BROKEN = {
    "a newer version": (
        {"model": lambda: meta(version=2)},
        "R603 a reference model of version 2; this ris3 reads 1 | upgrade ris3",
    ),
    "another format": ({"model": lambda: meta(format="x")}, "R603 this is not a reference model of ris3"),
    "no description": ({"model": lambda: None}, "R603 this is not a reference model of ris3"),
    "not json": ({"model": lambda: "{"}, "R603 this is not"),
    "deep json": ({"model": lambda: "[" * 100_000}, "R603 this is not"),
    "json list": ({"model": lambda: "[]"}, "R603 this is not"),
    "missing array": ({"values": lambda: None}, "R603 this is not"),
    "wrong shape": ({"values": lambda: array(np.zeros((3, 3)))}, "R603 this is not"),
    "wrong type": ({"present": lambda: array(np.zeros((280, 68)))}, "R603 this is not"),
    "pickled": ({"values": lambda: array(np.array([[{}]], dtype=object))}, "R603 this is not"),
    "cut array": ({"values": lambda: array(np.zeros((280, 68)))[:500]}, "R603 this is not"),
    "unknown origin": ({"model": lambda: meta(provenance={"x": 1})}, "R603 this is not"),
    "odd names": ({"model": lambda: meta(regions=[["ITH5", 5]] * 280)}, "R603 this is not"),
    "odd regions": ({"model": lambda: meta(regions=5)}, "R603 this is not"),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_files_that_are_not_ours(tmp_path, name):
    members, expected = BROKEN[name]
    assert refused(rewritten(tmp_path, **{member: make() for member, make in members.items()})).startswith(expected)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text", b"\x93NUMPY"])
def test_files_that_are_not_archives(tmp_path, data):
    assert refused(write(tmp_path, data, "x.npz")).startswith("R603 the file is damaged, or is not a reference model")


def test_a_file_that_was_cut_off_or_damaged(tmp_path):
    data = EMBEDDED.read_bytes()
    assert refused(write(tmp_path, data[:-100], "x.npz")).startswith("R603")
    for at in range(0, len(data), len(data) // 40):
        damaged = bytearray(data)
        damaged[at] ^= 0xFF
        path = write(tmp_path, bytes(damaged), "x.npz")
        with suppress(InputErrors):  # some bytes do not matter (dates, attributes)
            read_reference(path)


def test_a_missing_file(tmp_path):
    assert refused(tmp_path / "none.npz").startswith("R101")


def test_a_file_that_unpacks_to_too_much(tmp_path, monkeypatch):
    monkeypatch.setattr(reference_file, "UNPACKED_LIMIT", 1000)
    assert refused(EMBEDDED).startswith("R104")


def test_undefined_complexity_survives(tmp_path):
    model = small(tmp_path)
    nothing = replace(model.complexity, diversity_correlation=float("nan"), eigenvalues=(1.0,))
    path = tmp_path / "model.npz"
    path.write_bytes(reference_bytes(replace(model, complexity=nothing)))
    assert np.isnan(read_reference(path).complexity.diversity_correlation)

"""Profiles as users have them: a YAML file, a folder of CSV files, standard input, or a shipped template."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from .. import shipped
from ..analysis.inventory import Inventory, take_inventory
from ..inputs.csv_folder import is_csv_folder
from ..inputs.csv_text import CsvStyle, csv_style
from ..inputs.folders import PROJECT_FILE, is_file, is_folder, project_folder, resolve_inside
from ..inputs.library import shipped_paths, shipped_vocabulary
from ..inputs.profile_plain import profile_as_plain
from ..inputs.reading import Reading
from ..inputs.shapes import Plain
from ..inputs.text import STDIN
from ..model.evidence import EVIDENCE
from ..model.listing import Listing
from ..model.problem import Code, InputErrors, Place, Problem, UnknownName, nearest
from ..model.profile_tables import SHEETS
from ..outputs.files import output_error, write_atomically, write_folder
from ..outputs.profile_csv import as_csv_files
from ..outputs.profile_xlsx import as_workbook_bytes
from ..outputs.profile_yaml import SCHEMA_LINE, as_yaml
from .loading import PROFILE_FILE, WORKBOOK_ENDING, YAML_ENDINGS, load_profile
from .projects import started_project
from .schemas import schema, schema_names
from .shelf import shipped_shelf

SCHEMA_FOLDER = "schemas"
OTHER_ENDINGS = (".csv", ".tsv", ".txt", ".json", ".md", ".xls", ".ods", ".docx", ".pdf")


def convert(
    source: str, target: str, *, encoding: str = "utf-8", delimiter: str | None = None, decimal: str = "."
) -> tuple[Path, ...]:
    """Write a profile in the other form: `target` is a YAML file, a workbook, or a folder of CSV files.

    Both forms are read as equal profiles; comments and the order of keys are not kept.

    Parameters
    ----------
    delimiter, decimal : how CSV files are written: those of `source`, or else those of `target`

    Returns
    -------
    the files that were written

    Raises
    ------
    InputErrors
        With everything that is wrong with `source`.
    OutputError
        If `target` cannot be written, is the source itself, or is of no form that profiles have.
    """
    place = Path(target)
    as_workbook = place.suffix.lower() == WORKBOOK_ENDING
    as_file = as_workbook or place.suffix.lower() in YAML_ENDINGS
    if not as_file and place.suffix.lower() in OTHER_ENDINGS:
        raise output_error(place, f"a profile is not written as {place.suffix}", "name a .yaml file or a folder")
    if not target.strip():
        raise output_error(place, "this is not a file name")
    reading = Reading()
    plain = _plain_of(source, reading, encoding, delimiter, decimal)
    _refuse_own_source(source, place, reading)
    _rebase(plain, _folder_of(source), place.parent if as_file else place, place)
    if as_workbook:
        write_atomically(place, as_workbook_bytes(plain))
        return (place,)
    if as_file:
        text = as_yaml(plain, first_line=SCHEMA_LINE if _has_schema(place.parent) else "")
        write_atomically(place, text.encode())
        return (place,)
    style = CsvStyle() if _is_csv(source) else csv_style(delimiter, decimal)
    files = as_csv_files(plain, delimiter=style.delimiter, decimal=style.decimal)
    _refuse_files_of_others(place, files)
    stale = [sheet.file for sheet in SHEETS if sheet.file not in files] if is_csv_folder(place) else []
    write_folder(place, files, stale=stale)
    return tuple(place / name for name in files)


def converted_text(source: str, *, encoding: str = "utf-8", delimiter: str | None = None, decimal: str = ".") -> str:
    """A profile as YAML text; errors as for `convert`."""
    return as_yaml(_plain_of(source, Reading(), encoding, delimiter, decimal))


def _plain_of(source: str, reading: Reading, encoding: str, delimiter: str | None, decimal: str) -> dict[str, Plain]:
    profile = load_profile(source, reading, encoding=encoding, delimiter=delimiter, decimal=decimal)
    shelf = shipped_shelf()
    return profile_as_plain(profile, shipped_vocabulary(shelf, Reading()), shipped_paths(shelf, Reading()))


def _refuse_own_source(source: str, target: Path, reading: Reading) -> None:
    """Refuse to write over what was read, or into a folder whose profile.yaml would hide the result."""
    if is_folder(target):
        if is_file(target / PROFILE_FILE):
            hint = f"name another folder: {PROFILE_FILE} would be read instead"
            raise output_error(target, f"the folder holds a {PROFILE_FILE}", hint)
        if is_folder(Path(source)) and target.samefile(source):
            raise output_error(target, "this is the profile that was read", "name another folder")
    elif is_file(target) and any(is_file(Path(name)) and target.samefile(name) for name in (source, *reading.sources)):
        raise output_error(target, "this is a file that was read", "name another file")


def _refuse_files_of_others(folder: Path, files: Iterable[str]) -> None:
    """Refuse to replace files in a folder that does not hold a profile: they are of something else."""
    taken = [] if is_csv_folder(folder) else [name for name in files if is_file(folder / name)]
    if taken:
        raise output_error(folder, f"the folder holds a {taken[0]} that is not of a profile", "name another folder")


def _is_csv(source: str) -> bool:
    return is_folder(Path(source)) and not is_file(Path(source) / PROFILE_FILE)


def _rebase(plain: dict[str, Plain], old: Path, new: Path, target: Path) -> None:
    """Name the profiles of partners as seen from the folder in which the result will be."""
    for partner in plain.get("partners", ()):
        if "profile" not in partner or old.resolve() == new.resolve():
            continue
        named = Path(os.path.relpath(old / partner["profile"], new)).as_posix()
        try:
            resolve_inside(project_folder(new / PROFILE_FILE), new, named, Place(str(target)))
        except InputErrors:
            message = f"the profile of the partner '{partner['id']}' would lie outside the project's folder"
            hint = f"write the result beside the source, or put a {PROJECT_FILE} in the folder that holds both"
            raise output_error(target, message, hint) from None
        partner["profile"] = named


def _folder_of(source: str) -> Path:
    path = Path(source)
    return path if source != STDIN and is_folder(path) else path.parent


def _has_schema(folder: Path) -> bool:
    return is_file(folder / SCHEMA_FOLDER / _schema_file("profile"))


def _schema_file(name: str) -> str:
    return f"{name}.schema.json"


CLEAN = "No errors, and nothing that deserves a second look."
NOT_CLEAN = "No errors; what the warnings say deserves a look."


def validate(source: str, *, encoding: str = "utf-8", delimiter: str | None = None, decimal: str = ".") -> Listing:
    """Read a profile and say what it holds: entries, what is assessed, and what the numbers rest on.

    Raises
    ------
    InputErrors
        With everything that is wrong with it.
    """
    reading = Reading()
    profile = load_profile(source, reading, encoding=encoding, delimiter=delimiter, decimal=decimal)
    found = take_inventory(profile)
    return Listing(
        schema="ris3/validation/1",
        title="What the profile holds",
        columns=("part", "entries", "numbers", *EVIDENCE),
        rows=tuple((part.name, part.entries, part.numbers, *part.evidence.values()) for part in found.parts),
        facts={"region": {"code": profile.region.code, "name": dict(profile.region.name)}} | _facts(found),
        notes=(NOT_CLEAN if reading.warnings else CLEAN,),
        warnings=tuple(reading.warnings),
    )


def _facts(found: Inventory) -> dict[str, object]:
    totals = {kind: sum(part.evidence[kind] for part in found.parts) for kind in EVIDENCE}
    assessed = {
        "clusters": found.parts[0].entries,
        "competences_per_cluster": found.competences_per_cluster,
        "needs": found.needs,
        "needs_assessed": found.needs_assessed,
        "share": found.share_assessed,
    }
    return {"assessed": assessed, "evidence": totals}


def init(folder: str, *, template: str = "emilia-romagna") -> tuple[Path, ...]:
    """Start a profile: copy a shipped example and the schemas that editors need, and start a project with it.

    Within a project that is there already only the profile is new.

    Returns
    -------
    the files that were written

    Raises
    ------
    UnknownName
        If there is no such template.
    OutputError
        If one of the files is already there, or cannot be written.
    """
    if template not in shipped.templates():
        hint = nearest(template, shipped.templates(), what="templates")
        raise UnknownName([Problem(Code.NAME_UNKNOWN, f"no template is called '{template}'", hint=hint)])
    place = Path(folder)
    if not folder.strip():
        raise output_error(place, "this is not the name of a folder")
    profile = (shipped.EXAMPLES / template / PROFILE_FILE).read_text(encoding="utf-8")
    if SCHEMA_LINE not in profile:
        profile = SCHEMA_LINE + profile
    files = {PROFILE_FILE: profile.encode()}
    if not is_file(project_folder(place / PROJECT_FILE) / PROJECT_FILE):
        files[PROJECT_FILE] = started_project("my-region" if template == "empty" else template).encode()
    files |= {f"{SCHEMA_FOLDER}/{_schema_file(name)}": schema(name).encode() for name in schema_names()}
    for name in files:
        if is_file(place / name):
            raise output_error(place / name, "this file is already there", "choose another folder; nothing is replaced")
    write_folder(place, files)
    return tuple(place / name for name in files)

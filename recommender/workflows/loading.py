"""The profile that a user names: a YAML file, standard input, or a folder.

Apart from what else is done with profiles, because every ranking starts here: whatever only folders
need is imported when there is one.
"""

from __future__ import annotations

from pathlib import Path

from ..inputs.folders import is_file, is_folder, names_in
from ..inputs.profile_reader import read_profile
from ..inputs.reading import Reading
from ..inputs.text import STDIN
from ..model.problem import Code, Place, RecommenderError, input_error, nearest
from ..model.profile import Profile
from ..model.profile_tables import REGION
from .shelf import known_activities, nuts, shipped_shelf

PROFILE_FILE = "profile.yaml"
YAML_ENDINGS = (".yaml", ".yml")
WORKBOOK_ENDING = ".xlsx"


def load_profile(
    source: str, reading: Reading, *, encoding: str = "utf-8", delimiter: str | None = None, decimal: str = "."
) -> Profile:
    """The profile in a YAML file, in `-` (standard input), in a workbook, or in a folder.

    A folder is read as its `profile.yaml`, else as CSV files, one for each section.

    Parameters
    ----------
    reading : gathers warnings and the place of every field
    encoding : of the user's own files
    delimiter, decimal : how CSV files are written

    Raises
    ------
    InputErrors
        With all problems of all files.
    """
    profile = _load(source, reading, encoding, delimiter, decimal)
    code = profile.region.code
    if code is not None and code not in nuts().regions:
        # Allowed, for regions outside NUTS; but then no shipped statistics belong to it.
        hint = nearest(code, nuts().regions)
        message = f"no region of NUTS has the code '{code}', so the shipped statistics say nothing of it"
        reading.warn(Code.NAME_UNKNOWN, message, reading.place_of("region.code"), hint=hint)
    return profile


def _load(source: str, reading: Reading, encoding: str, delimiter: str | None, decimal: str) -> Profile:
    path = Path(source)
    if not source.strip():
        raise input_error(Code.FILE_MISSING, "this is not a file name", Place(repr(source)))
    if path.suffix.lower() == WORKBOOK_ENDING and source != STDIN and not is_folder(path):
        return _read_workbook(path, reading)
    if source == STDIN or not is_folder(path):
        _refuse_part_of_folder(path)
    elif is_file(path / PROFILE_FILE):
        path = path / PROFILE_FILE
    else:
        return _read_folder(path, reading, encoding=encoding, delimiter=delimiter, decimal=decimal)
    return read_profile(path, shipped_shelf(), reading, activities=known_activities(), encoding=encoding)


def _read_folder(path: Path, reading: Reading, *, encoding: str, delimiter: str | None, decimal: str) -> Profile:
    from ..inputs.csv_folder import is_csv_folder, read_csv_folder

    if not is_csv_folder(path):
        raise _no_profile_in(path)
    return read_csv_folder(path, shipped_shelf(), reading, activities=known_activities(),
                           encoding=encoding, delimiter=delimiter, decimal=decimal)  # fmt: skip


def _read_workbook(path: Path, reading: Reading) -> Profile:
    from ..inputs.workbook import read_workbook

    return read_workbook(path, shipped_shelf(), reading, activities=known_activities())


def _refuse_part_of_folder(path: Path) -> None:
    if path.suffix.lower() == ".csv" and is_file(path):
        from ..inputs.csv_folder import is_csv_folder

        hint = f"name the folder, '{path.parent}'" if is_csv_folder(path.parent) else "a table is given with --table"
        raise input_error(Code.FILE_FORMAT, "a profile is a YAML file or a folder of CSV files", Place(str(path)),
                          hint=hint)  # fmt: skip


def _no_profile_in(folder: Path) -> RecommenderError:
    yaml = [name for name in names_in(folder) if name.endswith(YAML_ENDINGS)]
    hint = f"name the file: {folder / yaml[0]}" if yaml else "ris3 init makes one"
    message = f"the folder holds neither {PROFILE_FILE} nor {REGION.file}"
    return input_error(Code.FILE_MISSING, message, Place(str(folder)), hint=hint)

"""Profiles of other regions: single ones, or all that lie in a folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..inputs.folders import is_file, is_folder, names_in
from ..inputs.reading import Reading
from ..model.problem import Code, Place, input_error
from ..model.profile import Profile
from ..model.profile_tables import REGION
from .loading import PROFILE_FILE, WORKBOOK_ENDING, YAML_ENDINGS, load_profile
from .request import Request


@dataclass(frozen=True, slots=True)
class Other:
    """A region's profile, the name by which it goes here, and what was read for it; `of_folder`: not named itself."""

    id: str
    profile: Profile
    reading: Reading
    of_folder: bool = False

    @property
    def made_up(self) -> bool:
        """Whether it has no code, as made-up regions have none."""
        return self.profile.region.code is None


def read_others(names: Sequence[str], request: Request, own: Profile) -> Iterator[Other]:
    """The profiles that `names` name; of a folder of profiles all but our own region's and those without actors.

    A region without a code goes by the name of its file or folder.

    Raises
    ------
    InputErrors
        With everything that is wrong with a file, and for a folder without any profile.
    """
    for name in names:
        of_folder = _in_folder(name)
        for file in of_folder or [name]:
            reading = Reading()
            found = load_profile(
                file, reading, encoding=request.encoding, delimiter=request.delimiter, decimal=request.decimal
            )
            silent = not (found.clusters or found.institutions)
            if not (of_folder and (silent or _is_own(file, found, request, own))):
                yield Other(found.region.code or _called(file), found, reading, bool(of_folder))


def _in_folder(name: str) -> list[str]:
    """The profiles of a folder that is none itself; empty for everything else."""
    folder = Path(name)
    if not is_folder(folder) or _is_profile(folder):
        return []
    inside = [folder / item for item in names_in(folder) if not item.startswith(".")]
    found = [
        str(item) for item in inside if _is_profile(item) or item.suffix in (*YAML_ENDINGS, WORKBOOK_ENDING)
    ]  # fmt: skip
    if not found:
        hint = f"folders with a {PROFILE_FILE}, or YAML files, are looked for"
        raise input_error(Code.FILE_MISSING, "no profile lies in this folder", Place(name), hint=hint)
    return found


def _is_profile(folder: Path) -> bool:
    return is_folder(folder) and (is_file(folder / PROFILE_FILE) or is_file(folder / REGION.file))


def _is_own(file: str, found: Profile, request: Request, own: Profile) -> bool:
    if found.region.code is not None:
        return found.region.code == own.region.code
    ours = Path(request.source or "")
    ours = ours / PROFILE_FILE if is_folder(ours) else ours
    theirs = Path(file) / PROFILE_FILE if is_folder(Path(file)) else Path(file)
    return is_file(ours) and is_file(theirs) and ours.samefile(theirs)


def _called(file: str) -> str:
    path = Path(file)
    return (path.parent if path.name == PROFILE_FILE else path).stem or "region"

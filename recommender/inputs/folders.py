"""File names inside files: confined to the folder of the project, and never in a circle."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from ..model.problem import Code, Place, input_error, nearest
from .ledger import note_absent
from .nodes import shortened

PROJECT_FILE = "ris3.yaml"
LONGEST_CHAIN = 8


def project_folder(file: Path) -> Path:
    """The folder of the nearest `ris3.yaml` at or above a file, else the file's own folder."""
    own = _real(file.parent)
    for folder in (own, *own.parents):
        if is_file(folder / PROJECT_FILE):
            return folder
    return own


def is_file(path: Path) -> bool:
    """Whether a file is there; False as well for a name that no file can have, and where nobody may look."""
    try:
        found = path.is_file()
    except (OSError, ValueError):
        return False
    if not found:
        note_absent(path)
    return found


def is_folder(path: Path) -> bool:
    """Whether a folder is there; otherwise as `is_file`."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def names_in(folder: Path) -> list[str]:
    """The names of what is in a folder, in order.

    Raises
    ------
    InputErrors
        If nobody may look.
    """
    try:
        return sorted(unicodedata.normalize("NFC", item.name) for item in folder.iterdir())
    except OSError as error:
        message = f"cannot look into the folder: {error.strerror}"
        raise input_error(Code.FILE_UNREADABLE, message, Place(str(folder))) from None


def resolve_inside(root: Path, base: Path, wanted: str, at: Place, line: str | None = None) -> Path:
    """The file that `wanted`, written in a file of the folder `base`, names inside `root`.

    Raises
    ------
    InputErrors
        If it is a web address, absolute, or leaves `root` (by `..` or by a symbolic link).
    """
    shown = shortened(wanted)
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]+://", wanted):
        message, hint = f"'{shown}' is a web address", "download it and name the local file"
    elif Path(wanted).is_absolute() or re.match(r"[A-Za-z]:|\\|~", wanted):
        message, hint = f"'{shown}' is an absolute file name", "name it relative to this file"
    elif _real(base / wanted).is_relative_to(root.resolve()):
        return base / wanted
    else:
        message = f"'{shown}' lies outside the project's folder"
        hint = f"move it beside this file, or put a {PROJECT_FILE} in the folder that holds both"
    raise input_error(Code.FILE_OUTSIDE, message, at, line=line, hint=hint)


def existing_inside(base: Path, wanted: str, at: Place, line: str | None = None) -> Path:
    """The existing file that `wanted`, written in a file of the folder `base`, names inside the project.

    Raises
    ------
    InputErrors
        As `resolve_inside`, and if there is no such file. A name that differs in case only is
        refused on every machine, because it would be on most.
    """
    target = resolve_inside(project_folder(base / PROJECT_FILE), base, wanted, at, line)
    names = names_in(target.parent) if is_folder(target.parent) else []
    if unicodedata.normalize("NFC", target.name) in names and is_file(target):
        return target
    hint = nearest(target.name, names, what="files here") if names else None
    raise input_error(Code.FILE_MISSING, f"there is no file '{shortened(wanted)}'", at, line=line, hint=hint)


def _real(file: Path) -> Path:
    try:
        return file.resolve()
    except (RuntimeError, OSError, ValueError):  # links in a circle, or a name that no file can have
        return file.absolute()


@dataclass(frozen=True, slots=True)
class Chain:
    """The files that are open because one names the next."""

    files: tuple[Path, ...] = field(default_factory=tuple)

    def follow(self, file: Path, at: Place, line: str | None = None) -> Chain:
        """The chain with `file` at its end; an error for a circle or a chain that is too long."""
        real = _real(file)
        if real in self.files:
            names = " -> ".join(item.name for item in (*self.files[self.files.index(real) :], real))
            raise input_error(Code.FILE_CYCLE, f"these files include each other: {names}", at, line=line,
                              hint="delete one of the `extends`")  # fmt: skip
        if len(self.files) >= LONGEST_CHAIN:
            message = f"more than {LONGEST_CHAIN} files, each named by the one before"
            raise input_error(Code.FILE_CYCLE, message, at, line=line, hint="put some of them together")
        return Chain((*self.files, real))

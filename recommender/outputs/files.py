"""Results on disk: whole, or what stood there before is untouched.

Everything is written beside its place first, as `.NAME.PID.TOKEN.part`, and moved there when it is
complete. A killed process leaves such a file behind; the next one that writes the same name removes it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from ..model.problem import Code, OutputError, Place, Problem, RecommenderError

_HINTS = {
    errno.ENOSPC: "the disk is full; what stood there before is untouched",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you may not write in this folder",
    errno.EPERM: "you may not write in this folder",
    errno.ENAMETOOLONG: "choose a shorter name",
}


def write_atomically(path: Path, data: bytes) -> None:
    """Put all of `data` at `path`. A symbolic link there is replaced, never followed.

    Raises
    ------
    OutputError
        If that is not possible; `path` is then as it was.
    """
    fill_atomically(path, lambda part: _write_part(part, data, like=path))


def fill_atomically(path: Path, fill: Callable[[Path], None]) -> None:
    """Let `fill` write a file of its own, and put that at `path` when it is complete.

    Raises
    ------
    OutputError
        If that is not possible; `path` is then as it was.
    """
    with _told_as_output_error(path):
        _refuse_unless_file(path)
        _remove_strays(path)
        part = _part_of(path)
        try:
            fill(part)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        _settle(path.parent)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put all of several files at their places, or leave every one of them as it was; errors as `write_atomically`."""
    parts: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            with _told_as_output_error(path):
                _refuse_unless_file(path)
                _remove_strays(path)
                parts[path] = _part_of(path)
                _write_part(parts[path], data, like=path)
        with _told_as_output_error(next(iter(files))):
            _move_all(parts, [])
    except BaseException:
        for part in parts.values():
            part.unlink(missing_ok=True)
        raise
    for folder in {path.parent for path in files}:
        _settle(folder)


def write_folder(folder: Path, files: Mapping[str, bytes], *, stale: Sequence[str] = ()) -> None:
    """Put all of `files` (names with `/`, content) into `folder`, and take the files `stale` away.

    A folder that is not there appears with everything in it. In one that is there, other files stay.

    Raises
    ------
    OutputError
        If that is not possible; the folder is then as it was.
    """
    with _told_as_output_error(folder):
        if folder.is_dir():
            _fill_existing(folder, files, stale)
        elif folder.exists() or folder.is_symlink():
            raise output_error(folder, "there is a file of this name", "choose another name")
        else:
            _fill_new(folder, files)
        _settle(folder.parent)


def output_error(path: Path, message: str, hint: str | None = None) -> OutputError:
    """An error about the place of a result."""
    return OutputError([Problem(Code.OUTPUT_PLACE, message, Place(str(path)), None, hint)])


@contextlib.contextmanager
def _told_as_output_error(path: Path) -> Iterator[None]:
    try:
        yield
    except RecommenderError:
        raise
    except FileNotFoundError:
        raise output_error(path, f"the folder '{path.parent}' does not exist", "create it first") from None
    except OSError as error:
        message = f"cannot write: {error.strerror or 'the system refuses'}"
        raise output_error(path, message, _HINTS.get(error.errno or 0)) from None
    except ValueError:
        raise output_error(path, "this is not a file name") from None


def _refuse_unless_file(path: Path) -> None:
    if path.is_symlink() or not path.exists():
        return
    if path.is_dir():
        raise output_error(path, "this is a folder, not a file", "name a file in it")
    if not stat.S_ISREG(path.stat().st_mode):
        raise output_error(path, "this is not a regular file", "leave -o out and redirect the output")
    if not os.access(path, os.W_OK):
        raise output_error(path, "the file is write-protected", "choose another name, or take the protection off")


def _part_of(path: Path, kind: str = "part") -> Path:
    return path.with_name(f".{path.name[:100]}.{os.getpid()}.{secrets.token_hex(4)}.{kind}")


def _write_part(part: Path, data: bytes, like: Path) -> None:
    # 'x' never follows a link that somebody has put there, and leaves the mode to the umask.
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if like.is_file() and not like.is_symlink():
        shutil.copymode(like, part)


def _fill_new(folder: Path, files: Mapping[str, bytes]) -> None:
    part = _part_of(folder)
    try:
        part.mkdir()
        for name, data in files.items():
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            _write_part(part / name, data, like=part / name)
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _fill_existing(folder: Path, files: Mapping[str, bytes], stale: Sequence[str]) -> None:
    parts: dict[Path, Path] = {}
    made: list[Path] = []
    try:
        for name, data in files.items():
            target = folder / name
            _refuse_unless_file(target)
            if not target.parent.is_dir():
                target.parent.mkdir()
                made.append(target.parent)
            _remove_strays(target)
            parts[target] = _part_of(target)
            _write_part(parts[target], data, like=target)
        _move_all(parts, [folder / name for name in stale if (folder / name).is_file()])
    except BaseException:
        for part in parts.values():
            part.unlink(missing_ok=True)
        for inner in made:
            with contextlib.suppress(OSError):
                inner.rmdir()
        raise


def _move_all(parts: Mapping[Path, Path], stale: Sequence[Path]) -> None:
    """Move every part to its place and the stale files away, or put everything back."""
    done: list[tuple[Path, Path | None]] = []
    try:
        for target in (*parts, *stale):
            kept = _part_of(target, "old.part") if os.path.lexists(target) else None
            done.append((target, kept))
            if kept is not None:
                target.rename(kept)
            if target in parts:
                parts[target].replace(target)
    except BaseException:
        for target, kept in reversed(done):
            if kept is None:
                target.unlink(missing_ok=True)
            elif os.path.lexists(kept):
                kept.replace(target)
        raise
    for _, kept in done:
        if kept is not None:
            with contextlib.suppress(OSError):
                kept.unlink()


def _remove_strays(path: Path) -> None:
    """Remove what a process that is no longer alive has left of `path`."""
    if os.name != "posix":
        return
    stray = re.compile(rf"\.{re.escape(path.name[:100])}\.([0-9]+)\.[0-9a-f]{{8}}\.part\Z")
    for item in path.parent.iterdir():
        found = stray.match(item.name)
        if found and not _is_alive(int(found[1])):
            with contextlib.suppress(OSError):
                item.unlink()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _settle(folder: Path) -> None:
    """Make a move last through a power cut, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

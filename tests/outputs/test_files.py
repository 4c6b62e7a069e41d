"""Writing is whole or nothing: the n-th system call fails, for every n, and what stood there is untouched."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from recommender.model.problem import OutputError
from recommender.outputs.files import write_atomically, write_folder
from tests.support import ROOT, contents

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX system")
NOT_ROOT = pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")


def refused(write, *arguments, **options):
    with pytest.raises(OutputError) as caught:
        write(*arguments, **options)
    [problem] = caught.value.problems
    return problem


def test_a_file_is_written_and_replaced(tmp_path):
    file = tmp_path / "out.txt"
    write_atomically(file, b"one")
    write_atomically(file, b"two")
    assert contents(tmp_path) == {"out.txt": b"two"}


@POSIX
def test_the_mode_follows_the_umask_and_stays(tmp_path):
    file = tmp_path / "out.txt"
    before = os.umask(0o027)
    try:
        write_atomically(file, b"one")
    finally:
        os.umask(before)
    assert file.stat().st_mode & 0o777 == 0o640
    file.chmod(0o600)
    write_atomically(file, b"two")
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_link_is_replaced_and_not_followed(tmp_path):
    other = tmp_path / "other.txt"
    other.write_bytes(b"other")
    link = tmp_path / "out.txt"
    link.symlink_to(other)
    write_atomically(link, b"new")
    assert other.read_bytes() == b"other"
    assert not link.is_symlink()


def test_places_where_no_file_can_be(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"x")
    assert "folder, not a file" in refused(write_atomically, tmp_path / "folder", b"").message
    assert "does not exist" in refused(write_atomically, tmp_path / "no" / "file", b"").message
    assert refused(write_atomically, tmp_path / "file" / "x", b"").message
    assert refused(write_atomically, tmp_path / ("x" * 300), b"").hint == "choose a shorter name"
    assert "not a file name" in refused(write_atomically, tmp_path / "a\0b", b"").message
    assert "file of this name" in refused(write_folder, tmp_path / "file", {}).message


@POSIX
def test_a_device_is_not_replaced():
    assert "not a regular file" in refused(write_atomically, Path("/dev/null"), b"").message


@POSIX
@NOT_ROOT
def test_a_protected_file_or_folder_is_left_alone(tmp_path):
    file = tmp_path / "out.txt"
    file.write_bytes(b"old")
    file.chmod(0o444)
    assert "write-protected" in refused(write_atomically, file, b"new").message
    tmp_path.chmod(0o555)
    assert "may not write" in (refused(write_atomically, tmp_path / "new", b"").hint or "")
    tmp_path.chmod(0o755)
    assert contents(tmp_path) == {"out.txt": b"old"}


def test_a_folder_appears_with_everything_in_it(tmp_path):
    write_folder(tmp_path / "new", {"a.csv": b"a", "deep/b.csv": b"b"})
    assert contents(tmp_path) == {"new": None, "new/a.csv": b"a", "new/deep": None, "new/deep/b.csv": b"b"}


def test_a_folder_that_is_there_keeps_its_other_files(tmp_path):
    for name in ("a.csv", "stale.csv", "README"):
        (tmp_path / name).write_bytes(b"old")
    write_folder(tmp_path, {"a.csv": b"a", "b.csv": b"b", "deep/c": b"c"}, stale=["stale.csv", "never.csv"])
    assert contents(tmp_path) == {"README": b"old", "a.csv": b"a", "b.csv": b"b", "deep": None, "deep/c": b"c"}


CALLS = [(os, "open"), (os, "replace"), (os, "rename"), (os, "fsync"), (os, "mkdir"), (Path, "open"), (Path, "replace"),
         (Path, "rename"), (Path, "mkdir"), (Path, "unlink"), (Path, "iterdir")]  # fmt: skip


class Failing:
    """Counts the system calls of a write, and fails the n-th."""

    def __init__(self, monkeypatch, at):
        self.count, self.at = 0, at
        for owner, name in CALLS:
            monkeypatch.setattr(owner, name, self.wrapped(getattr(owner, name)))

    def wrapped(self, call):
        def wrapper(*arguments, **options):
            self.count += 1
            if self.count == self.at:
                raise OSError(errno.ENOSPC, "No space left on device")
            return call(*arguments, **options)

        return wrapper


def write_one(folder):
    write_atomically(folder / "a.csv", b"new" * 100)


def write_many(folder):
    write_folder(folder, {"a.csv": b"new", "b.csv": b"new", "deep/c.csv": b"new"}, stale=["stale.csv"])


def write_new(folder):
    write_folder(folder / "made", {"a.csv": b"new", "deep/c.csv": b"new"})


@pytest.mark.parametrize("write", [write_one, write_many, write_new])
def test_whichever_call_fails_nothing_is_half_done(tmp_path, write):
    outcomes = set()
    for at in range(1, 60):
        folder = tmp_path / f"n{at}"
        folder.mkdir()
        for name in ("a.csv", "stale.csv"):
            (folder / name).write_bytes(b"old")
        before = contents(folder)
        with pytest.MonkeyPatch.context() as patch:
            failing = Failing(patch, at)
            try:
                write(folder)
                told = None
            except OutputError as error:
                told = error.problems[0].message
        ended = told is None
        assert ended or "No space left" in told
        after = {name: data for name, data in contents(folder).items() if not name.endswith(".old.part")}
        assert (after == before) or ended, (at, after)
        outcomes.add(ended)
        if failing.count < at:
            break
    assert outcomes == {True, False}


def test_what_a_dead_process_left_is_removed(tmp_path):
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    stray = tmp_path / f".out.txt.{int(dead.stdout)}.0123abcd.part"
    alive = tmp_path / f".out.txt.{os.getpid()}.0123abcd.part"
    other = tmp_path / f".other.txt.{int(dead.stdout)}.0123abcd.part"
    for file in (stray, alive, other):
        file.write_bytes(b"x")
    write_atomically(tmp_path / "out.txt", b"new")
    if os.name == "posix":
        assert not stray.exists()
    assert alive.exists()
    assert other.exists()


def test_of_two_writers_one_wins_whole(tmp_path):
    file = tmp_path / "out.txt"
    texts = [bytes([65 + n]) * 200_000 for n in range(6)]
    threads = [threading.Thread(target=write_atomically, args=(file, text)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert file.read_bytes() in texts
    assert list(tmp_path.iterdir()) == [file]


@POSIX
def test_a_kill_leaves_the_old_file(tmp_path):
    """Kill the writer while it writes: the old content or the new, never a part."""
    file = tmp_path / "out.txt"
    file.write_bytes(b"old")
    code = (
        "import sys; from pathlib import Path; from recommender.outputs.files import write_atomically\n"
        "while True: write_atomically(Path(sys.argv[1]), b'n' * 3_000_000)"
    )
    for wait in (0.3, 0.35, 0.4):
        process = subprocess.Popen([sys.executable, "-c", code, str(file)], cwd=ROOT)
        threading.Event().wait(wait)
        process.kill()
        process.wait()
        assert file.read_bytes() in (b"old", b"n" * 3_000_000)
    write_atomically(file, b"end")
    assert list(tmp_path.iterdir()) == [file]

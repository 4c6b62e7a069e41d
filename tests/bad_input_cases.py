"""The cases of tests/bad_inputs: a folder each, with the files and what is expected of `ris3`.

expect.txt holds lines `key: value`:

run      the command line, without `ris3`; the case's folder is the working directory
exit     the exit code; 2 if left out
error    code and place of one problem, in the order of stderr; all of them must be named
errors   `any`: there may be problems that are not named
words    must stand on stderr (may be repeated)
out      must stand on standard output (may be repeated); without it, standard output is empty
absent   must stand nowhere (may be repeated); <ESC> is the escape character
stdin    the file that is piped in
limit    bytes to which the run may write a file, as if the disk were full
"""

from __future__ import annotations

import codecs
import shlex
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

HERE = Path(__file__).resolve().parent / "bad_inputs"


@dataclass(frozen=True)
class Case:
    """One way in which things go wrong."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def expected(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for line in (self.folder / "expect.txt").read_text("utf-8").splitlines():
            key, colon, value = line.partition(":")
            assert colon, f"{self.name}: expect.txt says '{line}'"
            found.setdefault(key, []).append(value.strip())
        return found

    @property
    def arguments(self) -> list[str]:
        words = shlex.split(self.expected["run"][0])
        return [codecs.decode(word, "unicode_escape") if "\\" in word else word for word in words]

    @property
    def exit_code(self) -> int:
        return int(self.all("exit")[0]) if self.all("exit") else 2

    @property
    def stdin(self) -> bytes:
        return (self.folder / self.all("stdin")[0]).read_bytes() if self.all("stdin") else b""

    def all(self, key: str) -> list[str]:
        return [value.replace("<ESC>", "\x1b") for value in self.expected.get(key, [])]


ELSEWHERE: dict[int, tuple[str, ...]] = {
    12: ("tests/inputs/test_text.py::test_the_hash_is_that_of_the_text_that_was_read",),
    112: ("tests/cli/test_signals.py::test_a_reader_that_has_enough_is_not_told_off",),
    113: ("tests/cli/test_signals.py::test_a_signal_leaves_nothing_behind",
          "tests/cli/test_run_interrupted.py::test_told_to_stop_it_says_so_and_leaves_each_output_whole"),
    114: ("tests/cli/test_signals.py::test_a_signal_leaves_nothing_behind",
          "tests/cli/test_run_interrupted.py::test_told_to_stop_it_says_so_and_leaves_each_output_whole"),
    115: ("tests/cli/test_output.py::test_several_runs_that_write_one_file_leave_one_whole_answer",
          "tests/cli/test_run_interrupted.py::test_two_runs_at_once_leave_whole_outputs"),
    116: ("tests/test_same_bytes.py::test_surroundings_do_not_matter",),
    117: ("tests/cli/test_output.py::test_no_encoding_of_the_terminal_stops_an_answer",),
    118: ("tests/test_same_bytes.py::test_surroundings_do_not_matter",),
    119: ("tests/test_same_bytes.py::test_surroundings_do_not_matter",),
    120: ("tests/test_same_bytes.py::test_surroundings_do_not_matter",),
    121: ("tests/cli/test_output.py::test_a_narrow_terminal_cuts_no_data",),
    122: ("tests/cli/test_output.py::test_no_home_is_needed",),
    123: ("tests/cli/test_io_failures.py::test_no_failing_file_makes_a_mess",
          "tests/cli/test_run_interrupted.py::test_each_output_is_whole_or_as_it_was",
          "tests/outputs/test_files.py::test_whichever_call_fails_nothing_is_half_done"),
    124: ("tests/outputs/test_csv.py::test_a_name_never_becomes_a_formula",
          "tests/outputs/report/test_office.py::test_names_do_nothing_and_are_not_lost"),
    125: ("tests/outputs/test_csv.py::test_a_name_never_becomes_a_formula",
          "tests/outputs/report/test_office.py::test_names_do_nothing_and_are_not_lost"),
    126: ("tests/outputs/report/test_page.py::test_names_do_nothing",),
    127: ("tests/outputs/report/test_page.py::test_names_do_nothing",),
    128: ("tests/outputs/report/test_page.py::test_names_do_nothing",),
    129: ("tests/outputs/report/test_page.py::test_names_do_nothing",),
}  # fmt: skip
"""Numbers that a file and a command line do not make: signals, locales, failing calls. Where each is tested."""

CONCERNED = range(1, 134)
"""The numbers of the matrix."""


def cases() -> list[Case]:
    return [Case(folder) for folder in sorted(HERE.iterdir()) if folder.is_dir()]

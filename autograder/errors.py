"""What the grader or the instructor got wrong; what a student got wrong is data, a verdict.

GraderError                     one line: what, where, what to do; exit code 2, no traceback
├── NotebookError               a source notebook breaks a rule of docs/authoring.md
├── CourseError                 the course folder lacks something: an assignment, a release, a secret
├── ExpectedValuesError         expected.safetensors is missing, unreadable or older than the notebook
├── IsolationError              this machine cannot isolate a graded run as asked
├── RunnerError                 the fork server or a worker could not be started
├── ReferenceRunError           the reference solution itself did not run as it must
└── ReportFormatError           a JSON report lacks a field or has a wrong one (in report/)

ValueCodecError                 a value cannot cross the wall, or the bytes are not a value.
                                Not a GraderError: the caller turns it into a verdict.
"""

from __future__ import annotations

__all__ = [
    "CourseError",
    "ExpectedValuesError",
    "GraderError",
    "IsolationError",
    "NotebookError",
    "ReferenceRunError",
    "RunnerError",
    "ValueCodecError",
]


class GraderError(Exception):
    """A mistake of the grader's or the instructor's; its message says what, where, and the remedy."""


class NotebookError(GraderError):
    """A source notebook breaks a rule of docs/authoring.md."""


class CourseError(GraderError):
    """The course folder lacks something that the command needs."""


class ExpectedValuesError(GraderError):
    """The expected values are missing, unreadable, or belong to another version of the notebook."""


class IsolationError(GraderError):
    """This machine cannot isolate a graded run to the level that was asked for."""


class RunnerError(GraderError):
    """The fork server or a worker could not be started, or broke down."""


class ReferenceRunError(GraderError):
    """The solution notebook itself failed: there is nothing to compare with."""


class ValueCodecError(Exception):
    """A value cannot be encoded, or bytes are not the encoding of a value."""

"""One Report, every face: text, terminal, JSON, HTML, pictures.

In: the Reports and CheckResults of autograder.model. Out: what a person or a program reads. Nothing
is graded, compared or hidden by accident here: what a student may see of a hidden check is decided in
one place, seen.py, in the words of fixed.py, and what is said of a check in one place, rows.py. rich,
jinja2, torch and matplotlib are imported when they are first needed. docs/report.md describes the JSON form.
"""

from typing import TYPE_CHECKING

from autograder.late import late
from autograder.report.clean import clean_text, clean_value, visible_code
from autograder.report.grades import Change, Entry, Grades, change_from_json, change_json, change_lines, entry_json
from autograder.report.html import checks_html, problems_html, sentence_html, standing_html, summary_html
from autograder.report.jsonform import cells_json, to_json
from autograder.report.jsonread import ReportFormatError, cells_from_json, from_json
from autograder.report.markup import POLICY
from autograder.report.picture import Comparison, comparison
from autograder.report.rows import CheckFacts, tries_text, warnings_of
from autograder.report.seen import IN_NAME_ONLY, check_seen_by_student, in_name_only, seen_by_student
from autograder.report.standing import NextStep, Standing, not_filled_in, standing, standing_line
from autograder.report.text import as_text, checks_text, problems_text, summary_text

if TYPE_CHECKING:
    from autograder.report.classjson import class_json
    from autograder.report.classpage import class_html
    from autograder.report.junit import junit_xml
    from autograder.report.mistakes import SameValue
    from autograder.report.scorechanges import ScoreChanges, score_changes
    from autograder.report.similarpage import Pair, Side, similar_html
    from autograder.report.studentpage import student_html
    from autograder.report.terminal import check_view, class_table, report_view, standing_row

__all__ = [
    "IN_NAME_ONLY",
    "POLICY",
    "Change",
    "CheckFacts",
    "Comparison",
    "Entry",
    "Grades",
    "NextStep",
    "Pair",
    "ReportFormatError",
    "SameValue",
    "ScoreChanges",
    "Side",
    "Standing",
    "as_text",
    "cells_from_json",
    "cells_json",
    "change_from_json",
    "change_json",
    "change_lines",
    "check_seen_by_student",
    "check_view",
    "checks_html",
    "checks_text",
    "class_html",
    "class_json",
    "class_table",
    "clean_text",
    "clean_value",
    "comparison",
    "entry_json",
    "from_json",
    "in_name_only",
    "junit_xml",
    "not_filled_in",
    "problems_html",
    "problems_text",
    "report_view",
    "score_changes",
    "seen_by_student",
    "sentence_html",
    "similar_html",
    "standing",
    "standing_html",
    "standing_line",
    "standing_row",
    "student_html",
    "summary_html",
    "summary_text",
    "to_json",
    "tries_text",
    "visible_code",
    "warnings_of",
]


_LATE = {
    "check_view": "terminal",
    "class_table": "terminal",
    "report_view": "terminal",
    "standing_row": "terminal",
    "SameValue": "mistakes",
    "class_html": "classpage",
    "junit_xml": "junit",
    "Pair": "similarpage",
    "Side": "similarpage",
    "similar_html": "similarpage",
    "class_json": "classjson",
    "ScoreChanges": "scorechanges",
    "score_changes": "scorechanges",
    "student_html": "studentpage",
}


__getattr__ = late(__name__, _LATE)  # the terminal's part brings rich, and the pages' jinja2

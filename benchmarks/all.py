"""Every benchmark, one after another, and the page that shows what came of them beside the goals.

    python benchmarks/all.py [--quick | --again]

Writes build/bench/*.json, docs/performance.md and docs/performance.svg. Five minutes on an idle machine; with `--quick`
a minute or two, and nothing but the table in the terminal: too few runs to be written down. `--again` measures
nothing and makes the page from the results that are there.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import matplotlib as mpl
import psutil
import torch
from classes import ROOT
from rich.console import Console
from rich.table import Table

HERE = Path(__file__).resolve().parent
RESULTS = ROOT / "build" / "bench"
PAGE = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"
# name -> its arguments, its arguments in a hurry
BENCHMARKS = {
    "versus_nbgrader": ((), ("--students", "3")),
    "overhead": (("--repeat", "15"), ("--repeat", "3", "08-backprop-ninja")),
    "growth": ((), ("--submissions", "100")),
    "selfcheck": ((), ("--repeat", "5")),
    "phases": ((), ("--students", "6")),
    "judging": ((), ("--repeat", "20")),
    "writing": ((), ("--reports", "100")),
    "waits": ((), ("--repeat", "1", "--students", "4")),
}
MAIN = "08-backprop-ninja"


@dataclass(frozen=True)
class Goal:
    """What was to be reached, and what was measured."""

    what: str
    wanted: str
    found: str
    met: bool


def measure(*, quick: bool) -> None:
    """Run every benchmark in a process of its own."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    for name, arguments in BENCHMARKS.items():
        path = RESULTS / f"{name}.json"
        path.unlink(missing_ok=True)
        subprocess.run([sys.executable, HERE / f"{name}.py", *arguments[quick], "--json", path], check=True)


def goals(found: dict[str, Any]) -> list[Goal]:
    """Compare with the goals."""
    versus, growth, own = found["versus_nbgrader"], found["growth"], found["selfcheck"]
    seconds, n = versus["seconds"], versus["students"]
    each = sum(growth["each_s"]) / len(growth["each_s"])
    rows = [
        _goal(f"{n} submissions of {MAIN}, the whole command, {about}, against stock nbgrader", f"≥ {times} times",
              f"{seconds['stock'] / seconds[name]:.0f} times ({seconds[name]:.1f} s, stock {seconds['stock']:.0f} s)",
              seconds["stock"] / seconds[name] >= times)
        for name, times, about in (("first", 20, "nothing run before"),
                                   ("kept", 40, "solution and misconceptions run before"),
                                   ("again", 40, "nothing changed"))
    ]  # fmt: skip
    ratio = seconds["stock"] / n / each
    rows.append(_goal("each further submission of a larger class, against stock nbgrader", "≥ 60 times",
                      f"{ratio:.0f} times ({1000 * each:.0f} ms)", ratio >= 60))  # fmt: skip
    for name, ms in found["overhead"]["ms"].items():
        times, more = ms["whole"] / ms["floor"], ms["whole"] - ms["floor"]
        rows.append(_goal(f"whole cost of one submission of {name}, one at a time", "≤ 2 times the floor, or + 30 ms",
                          f"{times:.1f} times, + {more:.0f} ms (floor {ms['floor']:.0f} ms)",
                          times <= 2 or more <= 30))  # fmt: skip
    drift = growth["last_to_first"]
    memory = growth["memory_mb"][-1] - growth["memory_mb"][len(growth["memory_mb"]) // 4]
    judged = [ms["grader"] + ms["judge"] - ms["here"] for ms in found["judging"]["ms"].values()]
    rows += [
        _goal("reading and judging in a process of its own, computing time beyond doing it here", "≤ 3 ms",
              ", ".join(f"{ms:.1f}" for ms in judged) + " ms", max(judged) <= 3),
        _goal(f"time of a submission, the last quarter of {growth['submissions']} against the first", "within 10 %",
              f"{100 * (drift - 1):+.0f} %", abs(drift - 1) <= 0.1),
        _goal("the grader's memory, from a quarter to the end", "flat", f"{memory:+.0f} MB", abs(memory) <= 50),
        _goal("a worker's own memory", "≤ 64 MB", f"{growth['worker_mb']:.0f} MB", growth["worker_mb"] <= 64),
        _goal("a student's check cell of 10 right tensors", "≤ 50 ms", f"{1000 * own['right']:.0f} ms",
              own["right"] <= 0.05),
        _goal("the same, 10 wrong tensors with their diagnoses", "≤ 50 ms", f"{1000 * own['wrong']:.0f} ms",
              own["wrong"] <= 0.05),
        _goal("`import autograder`, beyond torch", "≤ 300 ms", f"{1000 * own['import']:.0f} ms", own["import"] <= 0.3),
    ]  # fmt: skip
    first, again = (found["writing"][key] for key in ("first", "again"))
    rows.append(_goal(f"one writer, {found['writing']['reports']} reports of {MAIN}: notebooks and rows", "–",
                      f"{first['a second']:.0f} a second ({first['ms each']:.1f} ms), graded again "
                      f"{again['a second']:.0f}", again["a second"] >= first["a second"]))  # fmt: skip
    return [*rows, *_waits(found["waits"])]


def _waits(found: dict[str, Any]) -> list[Goal]:
    """Compare what students and authors wait for with the goals."""
    seconds, name = found["seconds"], found["exercise"]
    imports, number = seconds["imports"], seconds["notebooks"]
    wanted = (
        ("check of one notebook", f"`autograder check` of {MAIN}", 2.0),
        ("check of all", f"`autograder check` of all {number} notebooks", 20.0),
        ("pytest of one notebook", f"pytest of {MAIN}", 3.0),
        ("pytest of all", f"pytest of all {number} notebooks", 21.0),
        (f"build --check {name}", f"`autograder build --check {name}`", 25.0),
        ("audit", f"audit of {name}: all mutants, three secrets", 25.0),
    )
    rows = [
        _goal(what, f"≤ {most:g} s", f"{seconds[key]:.1f} s, {seconds[key] / imports:.1f} times the imports",
              seconds[key] <= most)
        for key, what, most in wanted
    ]  # fmt: skip
    page = 1000 * seconds["a feedback page"]
    rows.append(_goal("one feedback page more", "≤ 50 ms", f"{page:.0f} ms", page <= 50))
    for what in ("misconceptions", "mutants"):
        alone, branches = seconds[f"{what}, alone"], seconds[f"{what}, branches"]
        rows.append(_goal(f"all {what} of {name} as branches, against a run for each", "–",
                          f"{alone / branches:.1f} times ({branches:.1f} s, alone {alone:.1f} s)",
                          branches < alone))  # fmt: skip
    return rows


def _goal(what: str, wanted: str, found: str, met: bool) -> Goal:  # noqa: FBT001
    return Goal(what, wanted, found, met)


def machine(found: dict[str, Any]) -> str:
    """Say where and when this was measured."""
    names = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
             if line.startswith("model name")]  # fmt: skip
    loads = [one["load"] for one in found.values()]
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores ({names[0] if names else platform.machine()}, "
        f"Linux {platform.release().partition('-')[0]}), {psutil.virtual_memory().total / 2**30:.0f} GB, Python "
        f"{platform.python_version()}, torch {torch.__version__}; load at the start of each: "
        f"{min(loads):.1f} to {max(loads):.1f}"
    )


def write_page(found: dict[str, Any], rows: list[Goal]) -> None:
    """Put the results into docs/performance.md, and draw its picture."""
    lines = [f"Measured {machine(found)}.", "", "| | goal | measured | |", "|--|--|--|--|"]
    lines += [f"|{row.what}|{row.wanted}|{row.found}|{'✓' if row.met else 'missed'}|" for row in rows]
    versus = found["versus_nbgrader"]
    said = (
        f"Of the {versus['scores']} scores of that class, stock nbgrader gives {versus['same']} the same, "
        f"{versus['less']} less and {versus['more']} more points."
    )
    lines += ["", said]
    before, rest = PAGE.read_text("utf-8").split(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{chr(10).join(lines)}\n{END}{rest.split(END)[1]}", "utf-8")
    draw(found, PAGE.with_suffix(".svg"))


def draw(found: dict[str, Any], path: Path) -> None:
    """Draw where the time goes, and how it grows."""
    mpl.use("Agg")
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "performance", "font.size": 9})
    from matplotlib import pyplot as plt

    figure, (left, middle, right) = plt.subplots(1, 3, figsize=(12, 3.4), layout="constrained")
    phases = found["phases"]["ms"]
    left.barh(list(phases), list(phases.values()), color="#4c78a8")
    left.invert_yaxis()
    left.set_title(f"a submission of {MAIN}, ms")
    growth = found["growth"]
    ends = [growth["stretch"] * (i + 1) for i in range(len(growth["each_s"]))]
    middle.plot(ends, [1000 * one for one in growth["each_s"]], color="#4c78a8")
    middle.set_ylim(0, 1100 * max(growth["each_s"]))
    middle.set_title("ms a submission, in a class so large")
    places = [growth["stretch"] * i + 1 for i in range(len(growth["memory_mb"]))]
    right.plot(places, growth["memory_mb"], color="#e0483e")
    right.set_ylim(0, 1.1 * max(growth["memory_mb"]))
    right.set_title("the grader's memory, MB")
    for axes in (left, middle, right):
        axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None})


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--again", action="store_true")
    options = parser.parse_args()
    if not options.again:
        measure(quick=options.quick)
    found = {name: json.loads((RESULTS / f"{name}.json").read_text("utf-8")) for name in BENCHMARKS}
    rows = goals(found)
    table = Table("", "goal", "measured", "", title=machine(found))
    for row in rows:
        table.add_row(row.what, row.wanted, row.found, "[green]met" if row.met else "[red]missed")
    Console().print(table)
    if not options.quick:
        write_page(found, rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())

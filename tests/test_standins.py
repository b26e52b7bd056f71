"""What a graded run does in another way, and what can be imported in it: none of it costs a cell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from notebooks import RIGHT, answered, cell, exercise, write_exercise

from autograder.grade import Grader, GradingResult
from autograder.grade.filecheck import check_notebook
from autograder.gradebook.publicrun import expected_file
from autograder.isolation import UnisolatedLauncher
from autograder.notebook import Notebook

MEAN = RIGHT["solution_mean"]


@pytest.fixture
def source(tmp_path: Path) -> Notebook:
    return write_exercise(tmp_path)


def _grade(grader: Grader, source: Notebook, raw: dict[str, Any]) -> GradingResult:
    return grader.grade(source, json.dumps(raw).encode(), student="ada")


def _shown(graded: GradingResult, cell_id: str = "solution-mean") -> str:
    assert graded.run is not None
    return "".join(one.text for run in graded.run.cells if run.cell_id == cell_id for one in run.outputs)


LOADER = """from torch.utils.data import DataLoader, TensorDataset
def rows(**options):
    torch.manual_seed(0)
    return [row.tolist() for (row,) in DataLoader(TensorDataset(x), shuffle=True, **options)]
assert rows() == rows(num_workers=2, timeout=5, multiprocessing_context="spawn", prefetch_factor=4,
                      persistent_workers=True)
"""
# what honest students write into a solution cell, above the answer
CODE = {
    "compiled, decorated": "@torch.compile\ndef twice(a): return a + a\nassert twice(x).equal(2 * x)",
    "compiled, with options": "@torch.compile(mode='max-autotune', dynamic=True)\ndef one(a): return a\none(x)",
    "compiled, a model": "model = torch.compile(torch.nn.Linear(3, 2))\nmodel.compile(fullgraph=True)\nmodel(x)",
    "scripted": "@torch.jit.script\ndef twice(a: torch.Tensor): return a + a\ntwice(x)",
    "loader": LOADER,
    "loader, by place": "from torch.utils.data import DataLoader\n"
    "class Own(DataLoader): pass\nassert len(list(Own(x, 2, False, None, None, 2))) == 2",
    "backend": "import matplotlib\nmatplotlib.use('TkAgg')",
    "backend, in pyplot": "import matplotlib.pyplot as plt\nplt.switch_backend('Qt5Agg')",
    "backend, of widgets": "import matplotlib\nmatplotlib.use('module://ipympl.backend_nbagg')",
    **{f"%matplotlib {name}": f"%matplotlib {name}" for name in ("qt", "notebook", "widget", "ipympl", "tk")},
    "%gui": "%gui qt",
    "%pylab": "%pylab qt",
    "autoreload": "%load_ext autoreload\n%autoreload 2\n%config InlineBackend.figure_format = 'retina'",
    "extension": "%load_ext tensorboard\n%tensorboard --logdir runs\n%reload_ext line_profiler\n%memit x.sum()",
    "install": "!pip install -q einops\n%pip install -q wandb\n%conda install tqdm",
    "command": "gpu = !nvidia-smi\nprint('\\n'.join(gpu))\n!mkdir -p data",
    "quit": "quit()",
    "exit": "exit()",
    "cell magic below a comment": "#@title Mean\n%%time",
}


@pytest.mark.parametrize("code", CODE.values(), ids=CODE)
def test_costs_no_cell(grader: Grader, source: Notebook, code: str) -> None:
    """The cell goes on, and its answer counts."""
    graded = _grade(grader, source, answered(**RIGHT | {"solution_mean": f"{code}\n{MEAN}"}))
    assert graded.run is not None
    assert [(one.cell_id, one.error) for one in graded.run.cells if one.error] == []
    assert graded.report.score == graded.report.points


@pytest.mark.parametrize("code", ["matplotlib.use('TkAgg')", "plt.switch_backend('qtagg')", "%matplotlib widget"])
def test_figures_stay_inline(grader: Grader, source: Notebook, code: str) -> None:
    """Whatever window is asked for, the picture is in the cell's output; a file's backend is left to matplotlib."""
    draw = "import matplotlib, matplotlib.pyplot as plt\n{}\nplt.plot([1, 2]); plt.show()\n" + MEAN
    graded = _grade(grader, source, answered(**RIGHT | {"solution_mean": draw.format(code)}))
    assert graded.run is not None
    (ran,) = [one for one in graded.run.cells if one.cell_id == "solution-mean"]
    assert [output.kind for output in ran.outputs] == ["png"]
    file = f"import matplotlib\nmatplotlib.use('Agg')\nprint(matplotlib.get_backend())\n{MEAN}"
    assert _shown(_grade(grader, source, answered(**RIGHT | {"solution_mean": file}))).lower() == "agg\n"


SETTINGS = (
    "torch.set_default_device('cuda')",
    "torch.set_default_device('meta')",
    "torch.set_default_dtype(torch.float16)",
    "torch.set_grad_enabled(False)",
    "torch.inference_mode().__enter__()",
    "import warnings, numpy\nwarnings.filterwarnings('error')\nnumpy.seterr(all='raise')",
    "torch.use_deterministic_algorithms(True)",
    "torch.set_printoptions(precision=1)\ntorch.set_num_threads(8)",
)


@pytest.mark.parametrize("code", SETTINGS)
def test_global_settings_do_not_end_the_run(grader: Grader, source: Notebook, code: str) -> None:
    """Values arrive, wrong ones are replaced, and missing ones are bound, whatever a cell has set."""
    graded = _grade(
        grader, source,
        answered(**RIGHT | {"solution_mean": f"{code}\nmean = 2 * x", "solution_centred": "centred = mean - x"}),
    )  # fmt: skip
    assert graded.run is not None
    assert graded.run.stop is None
    found = {check.name: check.status for one in graded.report.cells for check in one.checks if not check.hidden}
    assert found == {"mean": "wrong", "centred": "wrong", "scale": "passed"}
    (scale,) = graded.report.cells[2].checks[:1]
    assert scale.status == "passed"


def test_compiler_is_not_imported(grader: Grader, source: Notebook) -> None:
    """It takes a second, and nothing would be compiled."""
    code = f"import sys\ntorch.compile(abs)\nprint('torch._dynamo' in sys.modules)\n{MEAN}"
    assert _shown(_grade(grader, source, answered(**RIGHT | {"solution_mean": code}))) == "False\n"


def test_wrong_call_of_a_loader_is_told_by_torch(grader: Grader, source: Notebook) -> None:
    """A mistake in the call is named as it is in a session."""
    for call, said in (
        ("DataLoader(num_workers=2)", "missing 1 required positional argument: 'dataset'"),
        ("DataLoader(x, num_workers=-1)", "num_workers option should be non-negative"),
        ("DataLoader(x, prefetch_factor=2)", "prefetch_factor option could only be specified in multiprocessing"),
    ):
        code = f"from torch.utils.data import DataLoader\n{call}"
        assert said in _shown(_grade(grader, source, answered(**RIGHT | {"solution_mean": code})))


def test_what_was_not_run_is_said(grader: Grader, source: Notebook) -> None:
    """A command, an installation and an extension are named in the output of their cell."""
    code = f"!ls data\n%pip install einops\n%load_ext tensorboard\n%lprun f()\n{MEAN}"
    assert _shown(_grade(grader, source, answered(**RIGHT | {"solution_mean": code}))) == (
        "(not run: a graded run starts no other programs) !ls data\n"
        "(not run: a graded run installs nothing) %pip install einops\n"
        "(not run: a graded run does not have this extension) %load_ext tensorboard\n"
        "(not run: a graded run does not have this magic) %lprun f()\n"
    )


# ---------------------------------------------------------------- modules beside the notebook


def _with_module(tmp_path: Path) -> Notebook:
    """Write an exercise whose setup imports a module of the author's that lies beside it."""
    raw = exercise(files=["course_utils.py"])
    (setup,) = [one for one in raw["cells"] if one["id"] == "setup"]
    setup["source"] += "\nfrom course_utils import twice\nx = twice(x)"
    source = write_exercise(tmp_path, raw)
    (tmp_path / "source/01-scale/course_utils.py").write_text("def twice(v):\n    return v + v\n")
    return source


def _handed_in(source: Notebook, *own: str, **answers: str) -> dict[str, Any]:
    """Return a submission with cells of the student's own below the setup."""
    raw = answered(**RIGHT | answers)
    cells = [cell("extra", f"own-{number}", text) for number, text in enumerate(own)]
    raw["cells"][1]["source"] = source.cell("setup").source
    raw["cells"][2:2] = cells
    return raw


WRITE = "%%writefile helper.py\ndef m(v):\n    return v.mean(0, keepdim=True)"
USE = "from helper import m\nmean = m(x)"


def test_modules_in_a_graded_run(grader: Grader, tmp_path: Path) -> None:
    """The author's module beside the notebook, and one that the student's cell writes, can be imported."""
    source = _with_module(tmp_path)
    graded = _grade(grader, source, _handed_in(source, WRITE, solution_mean=USE))
    assert graded.report.score == graded.report.points


def test_modules_in_the_file_check(grader: Grader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There too, wherever the command is given: the code runs in the notebook's folder, as in a session."""
    source = _with_module(tmp_path)
    folder = tmp_path / "release"
    folder.mkdir()
    raw = _handed_in(source, WRITE, solution_mean=USE)
    raw["cells"] = [one for one in raw["cells"] if not one["id"].startswith("own")]
    (folder / "helper.py").write_text("def m(v):\n    return v.mean(0, keepdim=True)\n")
    (folder / "scale.ipynb").write_text(json.dumps(raw), "utf-8")
    (folder / "course_utils.py").write_text("def twice(v):\n    return v + v\n")
    (folder / "random.py").write_text("raise ImportError('not ours')\n")
    public = Grader(launcher=grader.launcher, secret=None)
    (folder / "expected.safetensors").write_bytes(expected_file(public, source))
    monkeypatch.chdir(tmp_path)
    report = check_notebook(folder / "scale.ipynb")
    assert (report.score, report.problems) == (report.points, ())


IMPORTED_TWICE = """
try:
    import helper
except ImportError:
    open("helper.py", "w").write("y = 1")
    import helper
import os
os.mkdir("package")
open("package/__init__.py", "w").close()
try:
    import package.part
except ImportError:
    open("package/part.py", "w").write("z = 2")
    import package.part
"""


def test_module_written_after_a_failed_import(grader: Grader, source: Notebook) -> None:
    """It is found at once, though the folder's time of change may be the same to the clock's last tick."""
    code = f"{IMPORTED_TWICE}\nassert (helper.y, package.part.z) == (1, 2)\n{MEAN}"
    graded = _grade(grader, source, answered(**RIGHT | {"solution_mean": code}))
    assert graded.report.score == graded.report.points


@pytest.mark.parametrize("name", ["torch", "autograder", "numpy", "random", "json", "safetensors", "IPython"])
def test_own_file_does_not_take_the_place_of_ours(grader: Grader, source: Notebook, name: str) -> None:
    """A file with the name of something that a run needs harms nobody: that is imported already."""
    raw = _handed_in(source, f"%%writefile {name}.py\nraise RuntimeError('shadow')", f"import {name}")
    graded = _grade(grader, source, raw)
    assert graded.run is not None
    assert [one.error for one in graded.run.cells if one.error] == []
    assert graded.report.score == graded.report.points


def test_plain_run_in_a_folder(tmp_path: Path) -> None:
    """A plain run's own imports are not looked up in the folder where it runs."""
    (tmp_path / "torch.py").write_text("raise ImportError('not ours')\n")
    source = write_exercise(tmp_path / "course")
    with Grader(launcher=UnisolatedLauncher(folder=tmp_path), secret=None) as plain:
        assert plain.reference(source).expected["mean"] is not None

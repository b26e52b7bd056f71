"""How a graded run differs is said of the exceptions that it really gives, and of no others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from notebooks import RIGHT, answered, cell, write_exercise

from autograder.grade import Grader
from autograder.isolation import probe
from autograder.judge.exceptions import hint
from autograder.model import Level

# {what students write: a part of what they must be told}; each runs as a cell of its own
CODE = {
    "import einops": "'einops' is not there",
    "from tqdm.auto import tqdm": "'tqdm' is not there",
    "from google.colab import drive": "Colab's own modules and Google Drive",
    "open('data.csv')": "only the files that were handed out",
    "torch.load('/content/drive/MyDrive/net.pt')": "Colab's or Kaggle's",
    "torch.save(x, 'runs/net.pt')": "os.makedirs",
    "open('/etc/answers', 'w')": "in its working folder only",
    "%run helper.py": "only the files that were handed out",
    "import pdb; pdb.set_trace()": "a debugger",
    "breakpoint()\nx": "a debugger",
    "input()": "nobody answers input()",
    "import getpass; getpass.getpass()": "nobody answers input()",
    "import sys; sys.exit(0)": "end their cell",
    "x.cuda()": "no such device",
    "torch.zeros(3, device='cuda')": "no such device",
    "x.to('mps')": "no such device",
    "torch.zeros(3, device='xla')": "no such device",
    "x.to(0)": "no such device",
    "x.pin_memory()": "no such device",
    "torch.Generator('cuda')": "no such device",
    "torch.Generator('mps')": "no such device",
    "torch.cuda.Stream()": "no such device",
    "torch.cuda.set_device(0)": "no such device",
    "import warnings\nwarnings.simplefilter('ignore')\n"
    "torch.set_default_tensor_type('torch.cuda.FloatTensor')": "no such device",
    "import subprocess; subprocess.run(['ls'])": "starts no other programs",
    "import os; os.fork()": "no worker processes",
    "import multiprocessing as mp; mp.Process(target=print).start()": "no worker processes",
    "import multiprocessing as mp\nwith mp.Pool(2) as pool: pool.map(abs, [1])": "a single process",
    "%%bash\nls": "starts no other programs",
    "x.share_memory_()": "a single process",
    "import urllib.request; urllib.request.urlopen('https://example.com')": "no network",
    "import requests; requests.get('https://example.com')": "no network",
    "import socket; socket.create_connection(('192.0.2.1', 80))": "without a network",
    "torch.distributed.init_process_group('gloo', init_method='tcp://127.0.0.1:9', rank=0, world_size=1)": "network",
    "torch.hub.load('pytorch/vision', 'resnet18')": "no network",
    "torch.zeros(10**11)": "less memory",
    "import numpy; numpy.zeros(10**11)": "less memory",
    "%%cython\n1": "only the magics that IPython brings along",
}
# what must be told of a machine that this one is not
ELSEWHERE = {
    "RuntimeError: Found no NVIDIA driver on your system. Please check that you have": "no such device",
    "RuntimeError: No CUDA GPUs are available": "no such device",
    "RuntimeError: Attempting to deserialize object on a CUDA device but torch.cuda.is_available()": "no such device",
    "OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB": "less memory than the graphics card has",
    "AcceleratorError: CUDA error: out of memory": "less memory than the graphics card has",
    "ImportError: Cannot load backend 'TkAgg' which requires the 'tk' interactive framework, as 'headless' is "
    "currently running": "no screen",
    "TclError: no display name and no $DISPLAY environment variable": "no screen",
    "ModuleNotFoundError: No module named '_tkinter'": "no screen",
    "OSError: [Errno 28] No space left on device": "a few megabytes",
    "NotImplementedError": "not filled in yet",
    "LocalEntryNotFoundError: outgoing traffic has been disabled": "no network",
}
# exceptions that a session gives just as well: nothing is said of the run
OWN = (
    "NameError: name 'x' is not defined",
    "RuntimeError: mat1 and mat2 shapes cannot be multiplied (4x3 and 4x3)",
    "ModuleNotFoundError: No module named 'torch.funcional'",
    "ImportError: cannot import name 'reduce' from 'torch'",
    "AssertionError",
    "ConnectFourError: no such column",
    "PermissionError: [Errno 1] Operation not permitted: 'file'",
    "NotImplementedError: the layer's backward",
    "ValueError: the content/scale is wrong",
    "KeyError: 'content'",
    "",
)


@pytest.mark.skipif(torch.cuda.is_available(), reason="some of them work there")
@pytest.mark.skipif(probe().level is not Level.STRONG, reason="what a run may do differs by level")
def test_what_a_graded_run_cannot_do(grader: Grader, tmp_path: Path) -> None:
    """Each of these raises in a run, and the exception gets its sentence."""
    raw = answered(**RIGHT)
    raw["cells"][2:2] = [cell("extra", f"own-{number}", code) for number, code in enumerate(CODE)]
    graded = grader.grade(write_exercise(tmp_path), json.dumps(raw).encode(), student="ada")
    assert graded.run is not None
    raised = [one.error or "" for one in graded.run.cells if one.cell_id.startswith("extra")]
    told = {code: hint(error) for code, error in zip(CODE, raised, strict=True)}
    assert {code: (said, CODE[code]) for code, said in told.items() if CODE[code] not in said} == {}
    assert graded.report.score == graded.report.points


@pytest.mark.parametrize(("error", "part"), ELSEWHERE.items())
def test_of_other_machines(error: str, part: str) -> None:
    """Exceptions that this machine does not give."""
    assert part in hint(error)


@pytest.mark.parametrize("error", OWN)
def test_nothing_is_said_of_a_students_own_error(error: str) -> None:
    """A sentence that is not true is worse than none."""
    assert hint(error) == ""


def test_a_long_message_costs_no_time() -> None:
    """Only the beginning is looked at."""
    assert hint("ValueError: " + "/content" * 10**6) == ""

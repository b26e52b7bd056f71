"""The picture of a difference: small, true to the numbers, and without side effects."""

import io
import subprocess
import sys

import numpy as np
import pytest
import torch
from PIL import Image

from autograder.report import difference_png
from autograder.report.picture import _LEFT, _SPAN, _TOP, _WIDTH

WRONG = np.array([148, 16, 92, 255])  # as far off as the scale goes
EQUAL = np.array([128, 128, 128, 36])


def pixels(png):
    image = Image.open(io.BytesIO(png))
    assert image.format == "PNG"
    return np.array(image.convert("RGBA")).astype(int)


def heat(png):
    """The heatmap alone, without labels and scale."""
    found = pixels(png)
    tall = found.shape[0] - _TOP - 84
    return found[_TOP : _TOP + tall, _LEFT : _LEFT + _SPAN]


def draw(actual, expected, allowed=1e-6):
    return difference_png(actual, expected, torch.full(expected.shape, allowed, dtype=torch.float64))


def is_red(pixel):
    return pixel[0] > pixel[2] + 40 and pixel[3] == 255


@pytest.mark.parametrize("shape", [(), (1,), (7,), (5000,), (4, 8), (300, 2), (2, 300), (3, 4, 5), (64, 32, 200)])
def test_any_shape_gives_a_small_picture(shape):
    """Scalars, rows, matrices and folded tensors: one width, less than 20 kB."""
    expected = torch.randn(shape, generator=torch.Generator().manual_seed(0))
    png = draw(expected * 1.01, expected)
    assert len(png) < 20_000
    assert pixels(png).shape[1] == _WIDTH


def test_right_is_grey_and_wrong_is_red_in_the_right_place():
    """The colour stands where the element stands."""
    expected = torch.ones(4, 8)
    actual = expected.clone()
    actual[3, 0] = 2.0
    found = heat(draw(actual, expected))
    rows, columns = found.shape[0] // 4, found.shape[1] // 8
    assert is_red(found[3 * rows + rows // 2, columns // 2])
    others = found.copy()
    others[3 * rows :, : columns + 1] = EQUAL
    assert (others == EQUAL).all()


def test_within_the_tolerance_is_not_red():
    """Just allowed and just not allowed look different."""
    expected = torch.ones(1, 2)
    found = heat(draw(expected + torch.tensor([0.8e-2, 1.3e-2]), expected, 1e-2))
    left, right = found[5, 20], found[5, -20]
    assert left[2] > left[0]
    assert is_red(right)


def test_one_wrong_element_of_a_large_tensor_stays_visible():
    """Reducing keeps the worst element of each block."""
    expected = torch.zeros(2048, 1000)
    actual = expected.clone()
    actual[1234, 567] = 1e9
    found = heat(draw(actual, expected))
    assert 9 <= (found == WRONG).all(-1).sum() <= 200


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_not_finite_is_wrong_unless_it_is_expected(value):
    """NaN where a number belongs is as wrong as can be; NaN where NaN belongs is right."""
    expected = torch.tensor([1.0, value])
    actual = torch.tensor([value, value])
    found = heat(draw(actual, expected))
    assert (found[5, 20] == WRONG).all()
    assert (found[5, -20] == EQUAL).all()


@pytest.mark.parametrize("dtype", [torch.bool, torch.uint8, torch.int64, torch.float16, torch.bfloat16])
def test_every_dtype_can_be_drawn(dtype):
    """Exact dtypes allow no difference at all: any difference is as wrong as can be."""
    expected = torch.tensor([[0, 1], [1, 0]]).to(dtype)
    found = heat(draw(1 - expected.long(), expected, 0.0))
    assert (found == WRONG).all()


def test_gradients_do_not_disturb():
    """A parameter that requires grad is drawn like any tensor."""
    parameter = torch.nn.Parameter(torch.ones(2, 2))
    assert draw(parameter, torch.ones(2, 2))


def test_shapes_that_differ_and_empty_tensors_are_refused():
    """There is no picture of a difference that does not exist."""
    with pytest.raises(ValueError, match="same shape"):
        draw(torch.ones(2), torch.ones(3))
    with pytest.raises(ValueError, match="no element"):
        draw(torch.ones(0, 3), torch.ones(0, 3))


def test_a_students_figures_and_settings_are_left_alone():
    """Pyplot is not even imported, and matplotlib's settings are what they were."""
    code = """
import sys, matplotlib, torch
matplotlib.rcParams.update({"text.usetex": True, "font.family": "no such font", "figure.dpi": 37})
before = repr(matplotlib.rcParams.copy())
from autograder.report import difference_png
one = torch.ones(3, 3)
assert difference_png(one * 2, one, one).startswith(b"\\x89PNG")
assert repr(matplotlib.rcParams.copy()) == before
print("matplotlib.pyplot" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("False", "")

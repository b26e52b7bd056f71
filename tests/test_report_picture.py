"""The pictures of a difference: small, true to the numbers, and without side effects."""

from __future__ import annotations

import io
import subprocess
import sys

import numpy as np
import pytest
import torch
from PIL import Image

from autograder.model import CheckResult, Mismatch, Status
from autograder.report import CheckFacts, Comparison, checks_html, comparison
from autograder.report.picture import _NOT_FINITE, _RIGHT


def pixels(png: bytes) -> np.ndarray:
    """Return (H, W, 4) numbers."""
    image = Image.open(io.BytesIO(png))
    assert image.format == "PNG"
    return np.array(image.convert("RGBA")).astype(int)


def draw(actual: torch.Tensor, expected: torch.Tensor, allowed: float = 1e-6) -> Comparison | None:
    return comparison(actual, expected, torch.full(expected.shape, allowed, dtype=torch.float64))


def normal(*shape: int) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(0))


@pytest.mark.parametrize("shape", [(7,), (5000,), (4, 8), (300, 2), (2, 300), (3, 4, 5), (64, 32, 200), (2, 3, 4, 5)])
def test_any_shape_gives_small_pictures(shape: tuple[int, ...]) -> None:
    """Rows, matrices and batches: a few panels, each of three small pictures of one size."""
    expected = normal(*shape)
    actual = expected.clone()
    actual.view(-1)[: max(expected.numel() // 3, 2)] += 0.1
    found = draw(actual, expected)
    assert found is not None
    assert 1 <= len(found.panels) <= 3
    for panel in found.panels:
        sizes = {pixels(png).shape[:2] for png in (panel.yours, panel.expected, panel.difference)}
        assert len(sizes) == 1
        assert max(*sizes.pop()) <= 48
        assert panel.width <= 132
        assert len(panel.yours) + len(panel.expected) + len(panel.difference) < 20_000


def test_the_sign_of_a_difference_shows_where_it_is() -> None:
    """Too small is orange, too large purple, right is nearly the background."""
    expected = torch.zeros(4, 8)
    actual = expected.clone()
    actual[3, 0], actual[0, 7] = 2.0, -1.0
    found = draw(actual, expected)
    assert found is not None
    (panel,) = found.panels
    shown = pixels(panel.difference)
    assert shown.shape[:2] == (4, 8)
    large, small = shown[3, 0], shown[0, 7]
    assert large[2] > large[0] > large[1]
    assert large[3] > small[3] > _RIGHT[3]
    assert small[0] > small[1] > small[2]
    assert tuple(shown[1, 1]) == _RIGHT
    assert (found.count, found.total, found.largest) == (2, 32, 2.0)


def test_both_values_share_one_scale() -> None:
    """Twice the expected value is another colour, though each has the same pattern."""
    expected = torch.arange(12.0).reshape(3, 4)
    found = draw(2 * expected, expected)
    assert found is not None
    (panel,) = found.panels
    assert (found.low, found.high) == (0.0, 22.0)
    assert tuple(pixels(panel.yours)[-1, -1][:3]) == (254, 232, 56)
    assert tuple(pixels(panel.expected)[-1, -1][:3]) != (254, 232, 56)


def test_a_single_wrong_element_of_a_large_tensor_stays_visible() -> None:
    """A block shows its worst element."""
    expected = normal(1000, 900)
    actual = expected.clone()
    actual[777, 333] += 5
    actual[1, 1] += 5
    found = draw(actual, expected)
    assert found is not None
    assert (pixels(found.panels[0].difference)[..., 3] > _RIGHT[3]).any()


def test_a_batch_stands_apart_the_worst_first_and_named() -> None:
    """Of a batch those are shown that are furthest off, each with its index."""
    expected = normal(5, 2, 3, 4)
    actual = expected.clone()
    actual[4, 1, 0, :2] += 3
    actual[2, 0, 1, :2] += 2
    found = draw(actual, expected)
    assert found is not None
    assert [panel.label for panel in found.panels][-1] == "[4, 1]"
    assert "[2, 0]" in [panel.label for panel in found.panels]
    assert found.left_out == 7


def test_what_is_not_finite_stands_out() -> None:
    """NaN and infinity have a colour of their own and spoil no scale."""
    expected = normal(3, 4)
    actual = expected.clone()
    actual[0, 0], actual[1, 1], actual[2, 2] = float("nan"), float("inf"), 9.0
    found = draw(actual, expected)
    assert found is not None
    assert tuple(pixels(found.panels[0].difference)[0, 0]) == _NOT_FINITE
    assert found.high == 9.0


@pytest.mark.parametrize("change", ["all", "one", "none"])
def test_no_picture_where_it_shows_nothing(change: str) -> None:
    """Where all numbers are wrong, or only one, the text says it better."""
    expected = normal(4, 5)
    actual = expected.clone()
    if change == "all":
        actual += 1
    elif change == "one":
        actual[2, 3] += 1
    assert draw(actual, expected) is None
    assert draw(torch.ones(3), torch.zeros(3)) is None


def test_shapes_must_agree() -> None:
    """A comparison of different shapes is a mistake of the caller."""
    with pytest.raises(ValueError, match="same shape"):
        draw(torch.ones(2, 3), torch.ones(3, 2))


def test_each_picture_says_in_words_what_it_shows() -> None:
    """Whoever hears the page gets the numbers; no text is in the picture, so none has a fixed colour."""
    expected = normal(4, 5)
    actual = expected.clone()
    actual[0] += 1
    found = draw(actual, expected)
    result = CheckResult("<h>", Status.WRONG, mismatch=Mismatch("value", "5 of 20 elements differ"))
    page = checks_html([result], facts={"<h>": CheckFacts("(4, 5)", "float32", found)})
    assert page.count("<img alt=") == 3
    assert "where they differ: 5 of 20 elements differ, by up to 1" in page
    assert "<h>" not in page


def test_nothing_of_the_students_plots_is_touched() -> None:
    """It needs no plotting library at all."""
    code = (
        "import sys, torch\nfrom autograder.report.picture import comparison\n"
        "a = torch.zeros(3, 4); b = a.clone(); b[0] = 1\n"
        "assert comparison(b, a, torch.zeros(3, 4)) is not None\nassert 'matplotlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

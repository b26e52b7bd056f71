"""Oracles of 19 Detection: brute force on pixels and in exact fractions, torch's losses, autograd, and loops."""

from __future__ import annotations

import itertools
import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from course_data.shapes import SHAPES, new_detector, shape_pictures, two_heads

if TYPE_CHECKING:
    from collections.abc import Callable

Namespace = dict[str, Any]


@pytest.fixture
def ns(run_solution: Callable[[str], Namespace]) -> Namespace:
    """Return what the solved notebook defines."""
    return run_solution("19-detection")


def generator(seed: int) -> torch.Generator:
    """Return a generator with this seed."""
    return torch.Generator().manual_seed(seed)


def normal(*shape: int, seed: int = 19) -> Tensor:
    """Return float64 normal numbers, the same at each call."""
    return torch.randn(*shape, generator=generator(seed), dtype=torch.float64)


def whole_boxes(n: int, size: int, seed: int) -> Tensor:
    """Return n boxes with whole edges within a square of this size; some have no area."""
    edges = torch.randint(0, size + 1, (n, 2, 2), generator=generator(seed)).sort(1).values
    return edges.reshape(n, 4).double()


def close(actual: Tensor, expected: Tensor) -> None:
    """Float64 agreement, shape and dtype included; far inside the checks' tolerance."""
    torch.testing.assert_close(actual, expected, rtol=1e-9, atol=1e-12)


def pixels(box: list[float]) -> set[tuple[int, int]]:
    """Return the pixels that a box with whole edges covers."""
    x0, y0, x1, y1 = map(int, box)
    return set(itertools.product(range(x0, x1), range(y0, y1)))


@pytest.mark.parametrize(("n", "m"), [(40, 30), (1, 7), (5, 1)])
def test_iou_counts_pixels(ns: Namespace, n: int, m: int) -> None:
    """Common pixels over covered pixels, for boxes that are apart, touch, are equal, or have no area."""
    a, b = whole_boxes(n, 6, seed=n), whole_boxes(m, 6, seed=m + 100)
    expected = []
    for one, other in itertools.product(map(pixels, a.tolist()), map(pixels, b.tolist())):
        expected.append(len(one & other) / len(one | other) if one | other else 0.0)
    close(ns["iou"](a, b), torch.tensor(expected, dtype=torch.float64).reshape(n, m))


@pytest.mark.parametrize("scale", [1e-7, 1.0, 1e6])
def test_iou_does_not_care_about_the_unit(ns: Namespace, scale: float) -> None:
    """The same in metres and in micrometres, and symmetric."""
    a, b = ns["some_boxes"](9, generator(1)), ns["some_boxes"](8, generator(2))
    close(ns["iou"](a * scale, b * scale), ns["iou"](a, b))
    close(ns["iou"](b, a), ns["iou"](a, b).T)
    close(ns["iou"](a, a).diagonal(), torch.ones(9, dtype=torch.float64))


def test_iou_of_no_boxes_is_an_empty_table(ns: Namespace) -> None:
    """Of the right size both ways."""
    some = ns["some_boxes"](3, generator(1))
    assert ns["iou"](some[:0], some).shape == (0, 3)
    assert ns["iou"](some, some[:0]).shape == (3, 0)


def suppressed(overlap: list[list[float]], scores: list[float], classes: list[int], threshold: float) -> list[int]:
    """Do what the text says, word by word: take the best that is left, drop what lies on it."""
    left, kept = set(range(len(scores))), []
    while left:
        best = min(left, key=lambda i: (-scores[i], i))
        kept.append(best)
        left = {i for i in left - {best} if not (classes[i] == classes[best] and overlap[i][best] > threshold)}
    return kept


@pytest.mark.parametrize("seed", range(12))
def test_suppression_follows_the_text(ns: Namespace, seed: int) -> None:
    """Both functions, with equal scores and overlaps that are exactly the threshold."""
    n = (0, 1, 5, 17)[seed % 4]
    g = generator(seed)
    overlap = torch.randint(0, 9, (n, n), generator=g).double() / 8
    overlap = torch.maximum(overlap, overlap.T)
    scores = torch.randint(0, 6, (n,), generator=g).double() / 8
    classes = torch.randint(1, 4, (n,), generator=g)
    table, numbers = overlap.tolist(), scores.tolist()
    kept = ns["nms"](overlap, scores, 0.5)
    assert kept.tolist() == suppressed(table, numbers, [1] * n, 0.5)
    by_class = ns["nms_by_class"](overlap, scores, classes, 0.5)
    assert by_class.tolist() == suppressed(table, numbers, classes.tolist(), 0.5)
    assert kept.dtype == by_class.dtype == torch.int64


@pytest.mark.parametrize(("rows", "columns", "stride"), [(1, 1, 4), (3, 5, 8), (4, 2, 7)])
def test_anchors_sit_in_the_middle_of_their_place(ns: Namespace, rows: int, columns: int, stride: int) -> None:
    """Each anchor's centre is the mean of its place's pixels, and its size is the one asked for."""
    sizes = torch.tensor([[9.0, 7.0], [4.0, 13.0], [2.0, 2.0]])
    found = ns["anchors"](rows, columns, stride, sizes)
    assert found.dtype == sizes.dtype
    assert found.shape == (rows * columns * 3, 4)
    for k, (i, j, s) in enumerate(itertools.product(range(rows), range(columns), range(3))):
        x0, y0, x1, y1 = found[k].tolist()
        middle = [sum(p + 0.5 for p in range(stride * place, stride * (place + 1))) / stride for place in (j, i)]
        assert [(x0 + x1) / 2, (y0 + y1) / 2] == pytest.approx(middle)
        assert [x1 - x0, y1 - y0] == pytest.approx(sizes[s].tolist())


@pytest.mark.parametrize("seed", range(8))
def test_matching_follows_its_two_rules(ns: Namespace, seed: int) -> None:
    """Written as two loops over lists; with ties, with the threshold itself, and without things."""
    things = (0, 1, 3, 6)[seed % 4]
    overlap = torch.randint(0, 9, (11, things), generator=generator(seed)).double() / 8
    expected = [row.index(max(row)) if row and max(row) >= 0.75 else -1 for row in overlap.tolist()]
    for k in range(things):
        column = overlap[:, k].tolist()
        expected[column.index(max(column))] = k
    found = ns["match"](overlap, 0.75)
    assert found.tolist() == expected
    assert found.dtype == torch.int64


def test_coding_is_the_formula_and_undoes_itself(ns: Namespace) -> None:
    """One box at a time with the math module; decode(encode) and encode(decode) change nothing."""
    boxes, anchors = ns["some_boxes"](7, generator(3)), ns["some_boxes"](7, generator(4), 50.0)
    coded = ns["encode_box"](boxes, anchors)
    for row, (x0, y0, x1, y1), (a0, b0, a1, b1) in zip(coded.tolist(), boxes.tolist(), anchors.tolist(), strict=True):
        w, h = a1 - a0, b1 - b0
        moves = [((x0 + x1) - (a0 + a1)) / 2 / w, ((y0 + y1) - (b0 + b1)) / 2 / h]
        assert row == pytest.approx([*moves, math.log((x1 - x0) / w), math.log((y1 - y0) / h)])
    close(ns["decode_box"](coded, anchors), boxes)
    offsets = normal(7, 4)
    close(ns["encode_box"](ns["decode_box"](offsets, anchors), anchors), offsets)


@pytest.mark.parametrize("beta", [0.25, 1.0, 3.0])
def test_smooth_l1_is_torchs(ns: Namespace, beta: float) -> None:
    """Values, and gradients by autograd, at 0 and on both sides of the border."""
    p, t = normal(6, 5) * 3, normal(6, 5, seed=1)
    p[0, 0], p[1, 1] = t[0, 0], t[1, 1] + beta / 2
    close(ns["smooth_l1"](p, t, beta), functional.smooth_l1_loss(p, t, reduction="none", beta=beta))
    mine, torchs = p.clone().requires_grad_(), p.clone().requires_grad_()
    ns["smooth_l1"](mine, t, beta).sum().backward()
    functional.smooth_l1_loss(torchs, t, reduction="sum", beta=beta).backward()
    assert mine.grad is not None
    assert torchs.grad is not None
    close(mine.grad, torchs.grad)


def test_smooth_l1_has_torchs_border(ns: Namespace) -> None:
    """Without a third argument the border is 1."""
    close(
        ns["smooth_l1"](normal(9), 2 * normal(9, seed=1)),
        functional.smooth_l1_loss(normal(9), 2 * normal(9, seed=1), reduction="none"),
    )


@pytest.mark.parametrize("positive", [0, 1, 5])
def test_the_two_losses_are_sums_over_anchors(ns: Namespace, positive: int) -> None:
    """Anchor by anchor; the targets of background anchors may be NaN; nothing positive gives a box loss of 0."""
    logits, offsets, targets = normal(12, 4), normal(12, 4, seed=1), normal(12, 4, seed=2)
    labels = torch.zeros(12, dtype=torch.int64)
    labels[torch.randperm(12, generator=generator(1))[:positive]] = torch.arange(positive) % 3 + 1
    targets[labels == 0] = torch.nan
    classes = [-logits[a].log_softmax(0)[labels[a]].item() for a in range(12)]
    boxes = [(offsets[a] - targets[a]).abs().sum().item() for a in range(12) if labels[a] > 0]
    class_loss, box_loss = ns["two_head_loss"](logits, offsets, labels, targets, lambda p, t: (p - t).abs())
    assert class_loss.shape == box_loss.shape == ()
    assert class_loss.item() == pytest.approx(sum(classes) / 12)
    assert box_loss.item() == pytest.approx(sum(boxes) / max(positive, 1))


@pytest.mark.parametrize("seed", range(12))
def test_hits_follow_the_text(ns: Namespace, seed: int) -> None:
    """For each thing by itself: of those that belong to it and overlap it enough, the surest is its hit."""
    g = generator(seed)
    found, things = (0, 6, 15)[seed % 3], (0, 1, 2, 4)[seed % 4]
    overlap = torch.randint(0, 9, (found, things), generator=g).double() / 8
    scores = torch.randint(0, 6, (found,), generator=g).double() / 8
    expected = [False] * found
    for k in range(things):
        claims = [d for d, row in enumerate(overlap.tolist()) if row.index(max(row)) == k and row[k] >= 0.5]
        if claims:
            expected[min(claims, key=lambda d: (-float(scores[d]), d))] = True
    hit = ns["hits"](overlap, scores, 0.5)
    assert hit.tolist() == expected
    assert hit.dtype == torch.bool


def exact_ap(hit: list[bool], scores: list[float], things: int) -> Fraction:
    """Take the definition at its word, in fractions."""
    order = sorted(range(len(hit)), key=lambda d: (-scores[d], d))
    precision = [Fraction(sum(hit[d] for d in order[:k]), k) for k in range(1, len(hit) + 1)]
    return sum((max(precision[k:]) for k, d in enumerate(order) if hit[d]), Fraction(0)) / things


@pytest.mark.parametrize("seed", range(8))
def test_average_precision_in_exact_fractions(ns: Namespace, seed: int) -> None:
    """With equal scores, without detections, and with all things found."""
    n = (0, 1, 6, 40)[seed % 4]
    hit = torch.rand(n, generator=generator(seed)) < (0.5 if seed < 6 else 2)
    scores = torch.randint(0, 9, (n,), generator=generator(seed + 50)).double() / 8
    things = max(int(hit.sum()), 1) + seed % 3
    value = float(ns["average_precision"](hit, scores, things))
    assert value == pytest.approx(float(exact_ap(hit.tolist(), scores.tolist(), things)), abs=1e-12)


def test_the_example_of_the_text_on_average_precision(ns: Namespace) -> None:
    """4 things, hits at places 1, 4 and 5: 0.55."""
    hit = torch.tensor([True, False, False, True, True, False])
    assert float(ns["average_precision"](hit, torch.arange(6.0).flip(0), 4)) == pytest.approx(0.55)


def test_the_mean_over_classes(ns: Namespace) -> None:
    """Class by class, without those that have no things; the whole by exact fractions."""
    hit, classes = torch.rand(30, generator=generator(1)) < 0.6, torch.arange(30) % 4
    scores = torch.rand(30, generator=generator(2), dtype=torch.float64)
    things = torch.tensor([9, 0, 12, 7, 3])
    expected = []
    for k in (0, 2, 3, 4):
        mine = [d for d in range(30) if classes[d] == k]
        expected.append(exact_ap(hit[mine].tolist(), scores[mine].tolist(), int(things[k])))
    value = ns["mean_average_precision"](hit, scores, classes, things, ns["average_precision"])
    assert float(value) == pytest.approx(float(sum(expected) / 4))


def test_the_detector_of_the_reward_learns(ns: Namespace) -> None:
    """Sixty steps halve the loss; perfect boxes have a mean average precision of 1, doubled ones less."""
    g = generator(7)
    x, boxes, classes = shape_pictures(40, ns["SIZE"], g)
    places = ns["all_anchors"]()
    labels, targets = (
        torch.stack(part)
        for part in zip(*[ns["should_say"](b, c, places) for b, c in zip(boxes, classes, strict=True)], strict=True)
    )
    losses = ns["train"](new_detector(3, len(SHAPES), g), x, labels, targets, g, steps=60)
    assert sum(losses[-5:]) < 0.5 * sum(losses[:5])
    perfect = [(b, torch.ones(len(b)), c) for b, c in zip(boxes, classes, strict=True)]
    assert ns["judge"](perfect, boxes, classes) == pytest.approx(1)
    doubled = [(b.repeat(2, 1), torch.ones(2 * len(b)), c.repeat(2)) for b, c in zip(boxes, classes, strict=True)]
    assert ns["judge"](doubled, boxes, classes) < 0.9


def test_each_thing_is_somebodys(ns: Namespace) -> None:
    """In the reward's pictures every thing is given to an anchor, and decoding its target gives its box."""
    _, boxes, classes = shape_pictures(30, ns["SIZE"], generator(3))
    places = ns["all_anchors"]()
    for true, kinds in zip(boxes, classes, strict=True):
        labels, targets = ns["should_say"](true, kinds, places)
        there = labels > 0
        decoded = ns["decode_box"](targets[there], places[there])
        for box in true:
            assert (decoded - box).abs().amax(1).min() < 1e-3


def test_shapes_fill_their_boxes() -> None:
    """The ink of a lone shape reaches each edge of its box to within a pixel or so, and not beyond."""
    pictures, boxes, classes = shape_pictures(60, 40, generator(5))
    lone = [i for i in range(60) if len(boxes[i]) == 1]
    assert {int(classes[i][0]) for i in lone} == {1, 2, 3}
    for i in lone:
        rows, columns = (pictures[i, 0] > 0.45).nonzero().unbind(1)
        x0, y0, x1, y1 = boxes[i][0].tolist()
        assert x0 - 0.51 <= columns.min() <= x0 + 1.51
        assert y0 - 0.51 <= rows.min() <= y0 + 2.51
        assert x1 - 1.51 <= columns.max() + 1 <= x1 + 0.51
        assert y1 - 1.51 <= rows.max() + 1 <= y1 + 0.51


def test_the_heads_answer_in_the_anchors_order() -> None:
    """A picture with ink at one place only changes the answers about places near it, row by row."""
    weights = new_detector(2, 4, generator(1))
    x = torch.zeros(1, 1, 48, 80)
    with torch.no_grad():
        before = two_heads(x, weights, 4)
        x[0, 0, 44:48, 76:80] = 1.0  # lower right corner: the last place of 6 rows of 10
        after = two_heads(x, weights, 4)
    changed = (after[0] - before[0]).abs().amax(2)[0] > 0
    assert before[0].shape == (1, 6 * 10 * 2, 4)
    assert changed[-2:].all()
    assert not changed[: 4 * 10 * 2].any()

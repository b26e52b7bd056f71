"""What the notebooks' pictures and rewards need to train a small network, besides the student's own functions.

In: words, tensors, gradients, and functions that a student wrote. Out: batches, weights that moved, made-up words.
Holds nothing that an exercise asks for, and does NOT draw its own random numbers: each function takes a generator.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor

__all__ = ["Adam", "contexts", "make_up", "new_gpt", "one_thread", "split", "weights_of"]

Weights = dict[str, Tensor]
Gpt = dict[str, Tensor | list[Weights]]


@contextmanager
def one_thread() -> Iterator[None]:
    """With one thread: small tensors are slower with several, which then wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def split(words: Sequence[str], share: float, g: torch.Generator) -> tuple[list[str], list[str]]:
    """Shuffle the words; return those to learn from, and the share of them that is held out."""
    order = torch.randperm(len(words), generator=g).tolist()
    held_out = round(share * len(words))
    return [words[i] for i in order[held_out:]], [words[i] for i in order[:held_out]]


def contexts(words: Sequence[str], block: int, letters: str) -> tuple[Tensor, Tensor]:
    """Return the contexts (N, block) of every letter of the words, and these letters (N,), as numbers.

    Number 0 stands before each word and ends it: the first context of a word is all zeros.
    """
    number = {letter: i for i, letter in enumerate(letters)}
    xs: list[list[int]] = []
    ys: list[int] = []
    for word in words:
        context = [0] * block
        for y in [*(number[letter] for letter in word), 0]:
            xs.append(context)
            ys.append(y)
            context = [*context[1:], y]
    return torch.tensor(xs), torch.tensor(ys)


def make_up(ask: Callable[[list[int]], Tensor], block: int, letters: str, how_many: int, g: torch.Generator) -> str:
    """Return new words, letter by letter; `ask` gives the next letter's probabilities (V,) after a context."""
    words = []
    for _ in range(how_many):
        context, word = [0] * block, ""
        while len(word) < 12:
            drawn = int(torch.multinomial(ask(context).cpu(), 1, generator=g))
            if drawn == 0:
                break
            word, context = word + letters[drawn], [*context[1:], drawn]
        words.append(word.capitalize() or "(nothing)")
    return ", ".join(words)


class Adam:
    """Gradient descent with a step of its own size for each number, as in torch.optim.Adam.

    Each number keeps two running averages: m of its gradient, and s of the gradient's square. It moves by
    lr · m / √s, so by about lr, whether its gradients are large or small, and less where their signs change.
    (Written out here because the first use of torch.optim takes several seconds.)
    """

    def __init__(self, weights: Sequence[Tensor], beta1: float = 0.9, beta2: float = 0.99) -> None:
        """Take the weights to be moved, and how much of each average is kept at a step."""
        self.weights = list(weights)
        self.beta1, self.beta2, self.steps = beta1, beta2, 0
        self.m = [torch.zeros_like(w) for w in self.weights]
        self.s = [torch.zeros_like(w) for w in self.weights]

    @torch.no_grad()
    def step(self, lr: float) -> None:
        """Move each weight that has a gradient, and forget the gradient."""
        self.steps += 1
        for w, m, s in zip(self.weights, self.m, self.s, strict=True):
            if w.grad is None:  # this run does not use it
                continue
            m.lerp_(w.grad, 1 - self.beta1)
            s.lerp_(w.grad**2, 1 - self.beta2)
            mean, size = m / (1 - self.beta1**self.steps), s / (1 - self.beta2**self.steps)  # both began at 0
            w.sub_(lr * mean / (size.sqrt() + 1e-8))
            w.grad = None


def new_gpt(vocabulary: int, channels: int, n_layer: int, block_size: int, g: torch.Generator) -> Gpt:
    """Return the weights of a GPT with biases, but for queries, keys and values: small and random, gains 1, biases 0.

    tok (V, C), pos (block_size, C), gf, bf (C,), Wlm (C, V), blm (V,), and the list `blocks`: for each block
    g1, b1, g2, b2 (C,) for the norms; Wqkv (C, 3C), Wo (C, C), bo (C,); W1 (C, 4C), c1 (4C,), W2 (4C, C), c2 (C,).
    """
    v, c = vocabulary, channels

    def normal(*shape: int) -> Tensor:
        return torch.randn(*shape, generator=g) * (0.5 / math.sqrt(shape[0]))

    def block() -> Weights:
        norms = {"g1": torch.ones(c), "b1": torch.zeros(c), "g2": torch.ones(c), "b2": torch.zeros(c)}
        heads = {"Wqkv": normal(c, 3 * c), "Wo": normal(c, c), "bo": torch.zeros(c)}
        feed = {"W1": normal(c, 4 * c), "c1": torch.zeros(4 * c), "W2": normal(4 * c, c), "c2": torch.zeros(c)}
        return norms | heads | feed

    tables = {"tok": normal(v, c) * 0.2, "pos": normal(block_size, c) * 0.1}
    ends = {"gf": torch.ones(c), "bf": torch.zeros(c), "Wlm": normal(c, v) * 0.2, "blm": torch.zeros(v)}
    return {**tables, **ends, "blocks": [block() for _ in range(n_layer)]}


def weights_of(gpt: Gpt) -> list[Tensor]:
    """Return all tensors of a GPT in one list."""
    found: list[Tensor] = []
    for part in gpt.values():
        found += [w for block in part for w in block.values()] if isinstance(part, list) else [part]
    return found

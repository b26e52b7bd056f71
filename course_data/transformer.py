"""What the last cell of the notebook on the Transformer needs besides the student's functions.

In: words, a generator, attention weights. Out: numbers for letters, random weights, a picture. Computes nothing that
the exercise asks for, and does NOT train: that is the notebook's own loop.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor

__all__ = ["LETTERS", "as_letters", "as_numbers", "draw_maps", "new_transformer"]

LETTERS = ".<>abcdefghijklmnopqrstuvwxyz"  # 0 is padding, 1 begins a word, 2 ends it


def as_numbers(words: Sequence[str], longest: int) -> tuple[Tensor, Tensor]:
    """Return the words (N, longest + 1), padding in front, and the words backwards (N, longest + 2), padding behind."""

    def numbers(texts: Sequence[str]) -> Tensor:
        return torch.tensor([[LETTERS.index(c) for c in text] for text in texts])

    source = [("<" + word).rjust(longest + 1, ".") for word in words]
    target = [("<" + word[::-1] + ">").ljust(longest + 2, ".") for word in words]
    return numbers(source), numbers(target)


def as_letters(said: Tensor) -> list[str]:
    """Return the texts of the rows (N, T) of numbers, without the first letter of each, up to the first `>`."""
    return ["".join(LETTERS[i] for i in row[1:]).split(">")[0] for row in said.tolist()]


def new_transformer(vocabulary: int, d: int, g: torch.Generator) -> dict[str, list[Tensor]]:
    """Return random weights of one encoder layer and one decoder layer, to be trained, by the names of the parts.

    `table`: (V, d), which embeds letters and reads them out; `encoder`, `decoder`, `between`: Wq, Wk, Wv, Wo (d, d)
    of the three attentions; `encoder ffn`, `decoder ffn`: (d, 2d) and (2d, d).
    """

    def normal(rows: int, columns: int, size: int) -> Tensor:
        return (torch.randn(rows, columns, generator=g) / math.sqrt(size)).requires_grad_()

    weights = {"table": [normal(vocabulary, d, d)]}
    weights |= {name: [normal(d, d, d) for _ in range(4)] for name in ("encoder", "decoder", "between")}
    return weights | {f"{name} ffn": [normal(d, 2 * d, d), normal(2 * d, d, 2 * d)] for name in ("encoder", "decoder")}


def draw_maps(wei: Tensor, sources: Tensor, texts: Sequence[str]) -> None:
    """Draw attention weights (N, heads, T, S): a column of pictures for each of the N texts, a row for each head."""
    import matplotlib.pyplot as plt

    _, axes = plt.subplots(wei.shape[1], len(texts), figsize=(7.2, 4.6), squeeze=False, layout="constrained")
    for column, (source, text) in enumerate(zip(sources.tolist(), texts, strict=True)):
        letters = [LETTERS[i] for i in source]
        for head, ax in enumerate(axes[:, column]):
            ax.imshow(wei[column, head, : len(text) + 1].numpy(), cmap="Blues", vmin=0, vmax=1)
            ax.set_xticks(range(len(letters)), letters, fontsize=8)
            ax.set_yticks(range(len(text) + 1), text + ">", fontsize=8)
            ax.set_title(f"{''.join(letters).lstrip('.<')}, head {head + 1}", fontsize=9)
    axes[0, 0].set_ylabel("written, from the top down", fontsize=8)
    axes[-1, 0].set_xlabel("source", fontsize=8)

"""What notebook 09 draws and prints around your functions.

In: tensors that the notebook has computed, and generators. Out: matplotlib figures, names and losses. Nothing
here computes a gradient, and no check uses it.
"""

import matplotlib.pyplot as plt
import torch

LETTERS = ".abcdefghijklmnopqrstuvwxyz"


def draw_pulls(logits, label, gradient):
    """One example: logits (V,), its label, the gradient (V,) -> the probabilities, and where a step moves the logits."""
    p, pull = torch.softmax(logits, 0).tolist(), (-gradient).tolist()
    _, (top, bottom) = plt.subplots(2, 1, figsize=(8, 3.6), sharex=True, layout="constrained")
    top.bar(range(len(p)), p, color="0.6")
    top.set(ylabel="probability", title=f"one example; the right letter is '{LETTERS[label]}'")
    bottom.bar(range(len(p)), pull, color=["tab:red" if value > 0 else "tab:blue" for value in pull])
    bottom.axhline(0, color="0.3", lw=0.7)
    bottom.set(ylabel="minus the gradient", xticks=range(len(p)), xticklabels=LETTERS)


def draw_line(x, arrives, a, b, name):
    """One column: bnraw (n,) and the gradient (n,) that arrives -> the line a + b x, and what it leaves."""
    line = a + b * x
    _, (left, right) = plt.subplots(1, 2, figsize=(9.5, 3.4), sharex=True, sharey=True, layout="constrained")
    left.vlines(x, line, arrives, color="0.75", lw=1)
    left.plot(x, arrives, "o", color="tab:blue", ms=4)
    left.axline((0, a), slope=b, color="tab:orange")
    left.set(xlabel="bnraw", ylabel="gradient", title=f"arrives at {name}: dbnraw")
    right.vlines(x, 0, arrives - line, color="0.75", lw=1)
    right.plot(x, arrives - line, "o", color="tab:blue", ms=4)
    right.axhline(0, color="tab:orange")
    right.set(xlabel="bnraw", title="is let through (then times bnvar_inv)")


def statistics(parameters, X):
    """BatchNorm calibrated on the contexts X, as in notebook 07 -> mean (H,), 1 / sqrt(variance + epsilon) (H,)."""
    hprebn = parameters["C"][X].flatten(1) @ parameters["W1"] + parameters["b1"]
    return hprebn.mean(0), (hprebn.var(0) + 1e-5) ** -0.5


def evaluate(parameters, X, mean, inv):
    """The network in evaluation: contexts X (n, block) -> logits (n, V)."""
    hprebn = parameters["C"][X].flatten(1) @ parameters["W1"] + parameters["b1"]
    h = torch.tanh(parameters["bngain"] * (hprebn - mean) * inv + parameters["bnbias"])
    return h @ parameters["W2"] + parameters["b2"]


def make_up(how_many, parameters, mean, inv, generator, block=3):
    """Names that the network makes up, letter by letter, each of at most 12 letters."""
    made = []
    for _ in range(how_many):
        context, word = [0] * block, ""
        while len(word) < 12:
            at = torch.tensor([context], device=parameters["C"].device)
            chances = evaluate(parameters, at, mean, inv).softmax(1)[0].cpu()
            letter = torch.multinomial(chances, 1, generator=generator).item()
            if letter == 0:
                break
            word, context = word + LETTERS[letter], [*context[1:], letter]
        made.append(word.capitalize() or "(nothing)")
    return ", ".join(made)


def bigram_loss(X, Y, held_X, held_Y):
    """Counts which letter follows the last one of each context in X, one added to all -> the loss on the held-out ones."""
    counts = torch.ones(len(LETTERS), len(LETTERS), dtype=torch.float64)
    counts.index_put_((X[:, -1].cpu(), Y.cpu()), torch.ones(len(Y), dtype=torch.float64), accumulate=True)
    follows = counts / counts.sum(1, keepdim=True)
    return -follows[held_X[:, -1].cpu(), held_Y.cpu()].log().mean().item()


def draw_training(losses, bigram):
    """The loss of each training batch, between knowing nothing and a bigram model -> the mean of the last 25."""
    smooth = [sum(some) / len(some) for some in (losses[max(0, i - 24) : i + 1] for i in range(len(losses)))]
    _, ax = plt.subplots(figsize=(8, 3.4), layout="constrained")
    ax.plot(losses, color="0.8", lw=0.7, label="one batch")
    ax.plot(smooth, color="tab:orange", label="mean of the last 25")
    ax.axhline(torch.tensor(len(LETTERS)).log().item(), color="0.4", lw=0.8, ls=":", label="log 27: knows nothing")
    ax.axhline(bigram, color="tab:blue", lw=0.8, ls="--", label="bigram, held-out names: knows one letter")
    ax.set(xlabel="step", ylabel="training loss", title="trained by your own gradients", ylim=(1.9, 3.4))
    ax.legend(fontsize=8)
    return smooth[-1]

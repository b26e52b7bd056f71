# because: Gradients of the penalty by autograd, grid search by sorting, early stopping on running minima, random settings by exp of a lerp.
# batch: 2
# %% solution-l2
def l2(params, lam):
    """params: a list of tensors -> (penalty, grads): a tensor without dimensions, and a list of the params' shapes."""
    copies = [p.detach().clone().requires_grad_() for p in params]
    # a sum over all of them, those with one dimension times 0
    total = sum((lam / 2 if c.ndim > 1 else 0.0) * c.pow(2).sum() for c in copies)
    grads = torch.autograd.grad(total, copies)
    return total.detach(), list(grads)
# %% solution-stop
def early_stop(losses, patience):
    """losses: the held-out loss of each epoch; patience >= 1 -> (best, last): two epochs, as Python ints."""
    lows = list(itertools.accumulate(losses, min))
    records = [e for e in range(len(losses)) if e == 0 or losses[e] < lows[e - 1]]
    records.append(10**9)  # a record that never comes
    for now, following in zip(records, records[1:]):
        if following > now + patience or following == 10**9:
            return now, min(now + patience, len(losses) - 1)
# %% solution-grid
def grid_search(score, grid):
    """score(**setting) -> loss; grid {name: list of values} -> (the best setting, a dict; its loss)."""
    tried = []
    for place, values in enumerate(itertools.product(*grid.values())):
        setting = dict(zip(grid, values))
        tried.append((score(**setting), place, setting))
    tried = sorted((one for one in tried if one[0] == one[0]), key=lambda one: one[:2])
    return tried[0][2], tried[0][0]
# %% solution-random
def random_settings(ranges, u):
    """ranges {name: (a, b)} with m names, u (n, m) from [0, 1) -> a list of n settings {name: number}."""
    low, high = torch.tensor(list(ranges.values()), dtype=u.dtype, device=u.device).log().T
    table = torch.lerp(low.expand_as(u), high.expand_as(u), u).exp()
    return [dict(zip(ranges, row)) for row in table.tolist()]
# %% solution-lunch
def exam(learner, d, seen):
    """learner(xs, ys, d) -> list of d labels; seen: a list of inputs -> the 2**d shares of unseen inputs guessed rightly."""
    unseen = sorted(set(range(d)) - set(seen))

    def mark(number):
        f = [number >> (d - 1 - x) & 1 for x in range(d)]
        guess = learner([*seen], [f[x] for x in seen], d)
        return 1 - sum(abs(guess[x] - f[x]) for x in unseen) / len(unseen)

    return [mark(number) for number in range(2**d)]

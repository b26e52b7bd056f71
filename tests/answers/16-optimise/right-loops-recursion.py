# because: number by number, recursion for the grid and the worlds, a small class for the patience
# batch: 1
# %% solution-poly
def fit_poly(x, y, degree, lam):
    n = degree + 1
    A, rhs = x.new_zeros(n, n), x.new_zeros(n)
    for i in range(n):
        rhs[i] = (x**i * y).sum()
        for j in range(n):
            A[i, j] = (x ** (i + j)).sum() + (lam if i == j and i > 0 else 0.0)
    return torch.linalg.solve(A, rhs)
# %% solution-stop
class Patience:
    def __init__(self, patience):
        self.patience, self.low, self.best = patience, None, 0

    def tired(self, epoch, loss):
        if self.low is None or loss < self.low:
            self.low, self.best = loss, epoch
        return epoch >= self.best + self.patience


def early_stop(losses, patience):
    watch, epoch = Patience(patience), -1
    while epoch + 1 < len(losses):
        epoch += 1
        if watch.tired(epoch, losses[epoch]):
            break
    return watch.best, epoch
# %% solution-kfold
def kfold(n, k):
    folds, rest = [], list(range(n))
    while k:
        size = -(-len(rest) // k)  # rounded up: what is left, shared fairly
        folds.append(rest[:size])
        rest, k = rest[size:], k - 1
    return [(sorted(set(range(n)) - set(f)), f) for f in folds]
# %% solution-grid
def grid_search(score, grid):
    def go(names, chosen):
        if not names:
            yield chosen, score(**chosen)
            return
        for value in grid[names[0]]:
            yield from go(names[1:], {**chosen, names[0]: value})

    best = None
    for setting, loss in go(list(grid), {}):
        if not math.isnan(loss) and (best is None or loss < best[1]):
            best = (setting, loss)
    return best
# %% solution-adam
def adam(p, g, state, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, s, t = state
    t = t + 1
    m = m + (1 - beta1) * (g - m)
    s = s - (1 - beta2) * (s - g.pow(2))
    ratio = (m / (1 - beta1**t)) / (torch.pow(s / (1 - beta2**t), 0.5) + eps)
    p = p - ratio * lr
    return p, (m, s, t)
# %% solution-lunch
def exam(learner, d, seen):
    def worlds(prefix):
        if len(prefix) == d:
            return [prefix]
        return worlds(prefix + (0,)) + worlds(prefix + (1,))

    def mark(f):
        guess = learner([x for x in seen], [f[x] for x in seen], d)
        verdicts = [guess[x] == f[x] for x in range(d) if x not in seen]
        return verdicts.count(True) / len(verdicts)

    return list(map(mark, worlds(())))

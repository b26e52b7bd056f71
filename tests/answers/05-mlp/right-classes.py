# because: a deque as window, a small helper class for the network, recursion and generators
# batch: 1
# %% solution-dataset
from collections import deque


def _rows(word, block):
    window = deque([0] * block, maxlen=block)
    for c in word + ".":
        yield tuple(window), stoi[c]
        window.append(stoi[c])


def build_dataset(words, block):
    pairs = [pair for w in filter(None, words) for pair in _rows(w, block)]
    X, Y = zip(*pairs) if pairs else ((), ())
    return torch.tensor(X, dtype=torch.int64).view(-1, block), torch.tensor(Y, dtype=torch.int64)
# %% solution-split
from itertools import islice


def split(words, order):
    n1, n2 = len(words) * 8 // 10, len(words) * 9 // 10
    stream = (words[i] for i in order)
    return list(islice(stream, n1)), list(islice(stream, n2 - n1)), list(stream)
# %% solution-embed
emb = C.index_select(0, Xb.flatten()).unflatten(0, Xb.shape)
embcat = torch.cat([*emb.movedim(1, 0)], dim=-1)
# %% solution-forward
class _Net:
    def __init__(self, C, W1, b1, W2, b2):
        self.table, self.layers = C, ((W1, b1, torch.tanh), (W2, b2, lambda z: z))

    def __call__(self, X):
        x = self.table[X].flatten(start_dim=1)
        for W, b, act in self.layers:
            x = act(x.matmul(W).add(b))
        return x


def forward(C, W1, b1, W2, b2, X):
    return _Net(C, W1, b1, W2, b2)(X)
# %% solution-loss
def cross_entropy(logits, Y):
    right = logits.gather(1, Y.view(-1, 1))
    m, _ = logits.max(dim=1, keepdim=True)
    return torch.mean(torch.log(torch.sum(torch.exp(logits - m), 1, keepdim=True)) + m - right)
# %% solution-descend
def descend(params, loss, lr):
    [setattr(p, "grad", None) for p in params]
    loss.backward()
    for p in params:
        p.data[...] = p.data - lr * p.grad
# %% solution-lr
def candidates(lo, hi, n):
    share = torch.arange(n, dtype=torch.float64) / (n - 1)
    return (lo ** (1 - share) * hi**share).to(torch.float32)


def lr(step, steps, base):
    return base * 0.1 ** (2 * step // steps)
# %% solution-learn
def learn(params, X, Y, rows, rates, step):
    losses = []
    for s, rate in enumerate(rates):
        Xb, Yb = (data[rows[s]] for data in (X, Y))
        losses += [step(params, Xb, Yb, rate)]
    return losses
# %% solution-diagnose
import statistics


def diagnose(train, dev, goal, slack):
    a, b = (statistics.fmean(curve.tolist()[-10:]) for curve in (train, dev))
    return b - a, ["fits", "overfits", "underfits", "underfits"][2 * (a > goal) + (b - a > slack)]

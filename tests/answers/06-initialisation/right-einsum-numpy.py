# because: numpy and einsum where torch is usual, a while loop with two indices for the net
# batch: 1
# %% solution-init-loss
import numpy as np


def init_loss(V):
    p = np.full(V, 1 / V)
    return float(-np.log(p).mean())
# %% solution-sure-loss
import numpy as np


def sure_loss(V, a):
    z = np.zeros(V)
    z[-1] = a
    p = np.exp(z) / np.exp(z).sum()
    return float(np.mean(-np.log(p)))
# %% solution-kaiming
import numpy as np


def kaiming(Z, gain):
    return torch.einsum("io,->io", Z, torch.tensor(gain / np.sqrt(Z.shape[0]), dtype=Z.dtype, device=Z.device))
# %% solution-net
def make_net(sizes, init, generator):
    Ws, i = [], 0
    while i + 1 < len(sizes):
        rows, columns = sizes[i], sizes[i + 1]
        Z = torch.randn(rows, columns, generator=generator)
        hidden = i + 2 < len(sizes)
        Ws += [init(Z, hidden * 5 / 3 + (not hidden) * 0.1)]
        i += 1
    return Ws
# %% solution-saturation
import numpy as np


def saturation(h):
    white = (h.abs() > 0.97).cpu().numpy()
    return np.count_nonzero(white) / white.size
# %% solution-dead
def dead(h):
    return ~torch.any(h.abs() <= 0.97, dim=-2)
# %% solution-ratio
import numpy as np


def log10_update_ratio(W, grad, lr):
    s, w = (lr * grad).double().cpu().numpy(), W.double().cpu().numpy()
    return float(np.log10(s.std() / w.std()))

# because: manual_backward as a small class that unpacks the cache into attributes and goes back by methods, with the short formulas for the head and for BatchNorm.
# batch: 1
# %% solution-dlogprobs
dlogprobs = torch.zeros_like(logprobs).scatter_(1, Yb[:, None], -1 / n)
# %% solution-dprobs
dprobs = torch.where(dlogprobs == 0, 0.0, dlogprobs / probs)
# %% solution-dc
def embedding_backward(demb, Xb, V):
    """demb (n, block, n_embd), Xb (n, block) of integers below V -> dC (V, n_embd), dtype of demb."""
    out = demb.new_zeros(V, demb.shape[-1])
    return out.index_put((Xb,), demb, accumulate=True)


dC = embedding_backward(demb, Xb, V)
# %% solution-manual-backward
class Backwards:
    """Goes back through a cache of forward."""

    def __init__(self, c):
        self.__dict__.update(c)

    def head(self):
        hot = self.Yb[:, None] == torch.arange(self.logits.shape[1], device=self.Yb.device)
        return (torch.softmax(self.logits, 1) - hot.to(self.logits.dtype)) / self.n

    def norm(self, dout):
        dx = dout * self.bngain
        a = dx.mean(0, keepdim=True)
        b = (dx * self.bnraw).sum(0, keepdim=True) / (self.n - 1)
        return self.bnvar_inv * (dx - a - b * self.bnraw)

    def table(self, dembcat):
        dC = torch.zeros_like(self.C)
        places = self.Xb.reshape(-1)
        return dC.index_add_(0, places, dembcat.reshape(len(places), -1))

    def all(self):
        dlogits = self.head()
        dhpreact = (dlogits @ self.W2.T) * (1 - self.h) * (1 + self.h)
        dhprebn = self.norm(dhpreact)
        return {
            "W2": self.h.T @ dlogits, "b2": dlogits.sum(0),
            "bngain": (dhpreact * self.bnraw).sum(0, keepdim=True), "bnbias": dhpreact.sum(0, keepdim=True),
            "W1": self.embcat.T @ dhprebn, "b1": dhprebn.sum(0), "C": self.table(dhprebn @ self.W1.T),
        }


def manual_backward(c):
    """What forward returned -> the gradients of its seven parameters, by the parameter's name."""
    found = Backwards(c).all()
    return {name: found[name] for name in ("C", "W1", "b1", "W2", "b2", "bngain", "bnbias")}

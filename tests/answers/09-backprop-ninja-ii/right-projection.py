# because: BatchNorm backwards as a projection matrix per column; log-softmax and scatter for the loss.
# batch: 2
# %% solution-row
def row_backward(logits, y):
    return F.log_softmax(logits, -1).exp() - torch.eye(len(logits), dtype=logits.dtype, device=logits.device)[y]
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    p = (logits - logits.logsumexp(1, keepdim=True)).exp()
    return p.scatter_add(1, Y[:, None], -torch.ones_like(p)[:, :1]) / Y.numel()
# %% solution-slope
slope = torch.diagonal(dbnraw.T @ bnraw)[None] / (n - 1)
# %% solution-common
common = torch.full((1, n), 1 / n, dtype=dbnraw.dtype, device=dbnraw.device) @ dbnraw
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    m = dhpreact.shape[0]
    eye = torch.eye(m, dtype=bnraw.dtype, device=bnraw.device)
    outer = torch.einsum("ik,jk->kij", bnraw, bnraw)
    take_away = eye - 1 / m - outer / (m - 1)  # (H, m, m)
    return torch.einsum("kij,jk->ik", take_away, dhpreact) * (bngain * bnvar_inv)

# because: positional encoding out of complex numbers, kl-style loss
# batch: 2
# %% solution-rate
rate = torch.logspace(0, -4, d // 2 + 1)[:-1]
# %% solution-pe
def pe(T, d):
    r = 10000.0 ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)
    z = torch.polar(torch.ones(T, len(r), dtype=torch.float64), torch.outer(torch.arange(T, dtype=torch.float64), r))
    return torch.view_as_real(z).flip(-1).flatten(1)[:, :d].float()
# %% solution-forcing
def teacher_forcing(tgt):
    pairs = tgt.unfold(1, 2, 1)
    return pairs[..., 0].clone(), pairs[..., 1].clone()
# %% solution-smooth
def label_smooth(y, K, eps):
    return torch.eye(K, device=y.device)[y] * (1 - eps - eps / (K - 1)) + eps / (K - 1)
# %% solution-loss
def smooth_loss(logits, q, y, idx):
    real = y.ne(idx)
    each = logits.new_zeros(y.shape)
    each[real] = F.cross_entropy(logits[real], q[real], reduction="none")
    return each, each[real].mean()
# %% solution-decoder
def add_norm(x, fx):
    var, mean = torch.var_mean(x + fx, dim=-1, keepdim=True, unbiased=False)
    return (x + fx - mean) * torch.rsqrt(var + 1e-5)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    a = self_attend(y, y, y_mask)
    h = add_norm(y, a)
    return add_norm(add_norm(h, cross_attend(h, memory, memory_mask)), ffn(add_norm(h, cross_attend(h, memory, memory_mask))))
# %% solution-noam
def noam(step, d=512, warmup=4000):
    import math

    log = math.log(max(1, step))
    return math.exp(-0.5 * math.log(d) + min(-log / 2, log - 1.5 * math.log(warmup)))

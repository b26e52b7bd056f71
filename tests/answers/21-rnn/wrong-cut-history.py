# fails: *
# because: The state is detached after each step (as in truncated BPTT), so torch cannot differentiate through the whole series; keep the history.
# batch: 2
# told: true author unroll: each step cut off from the last
# %% solution-unroll
def unroll(step, xs, h0):
    hs = []
    h = h0
    for x in xs.transpose(0, 1):
        h = step(x, h.detach())
        hs.append(h)
    return torch.stack(hs, dim=1)

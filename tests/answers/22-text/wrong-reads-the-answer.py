# fails: teacher_forcing
# because: Step t reads target t, the token that it should say; it reads that of step t - 1, and `begin` first.
# batch: 2
# told: true author forcing: the answer shown
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""
    out = []
    for t in range(target.shape[1]):
        logits, state = step(target[:, t], state)
        out.append(logits)
    return torch.stack(out, dim=1)

# because: from the second step on the input is the target of the same step, target[:, t], instead of the one before
# batch: 5
# told: true author forcing: the answer shown after the begin
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""
    N, T = target.shape
    outputs = []
    for t in range(T):
        if t == 0:
            token = torch.full((N,), begin, dtype=target.dtype, device=target.device)
        else:
            token = target[:, t]
        logits, state = step(token, state)
        outputs.append(logits)
    return torch.stack(outputs, dim=1)

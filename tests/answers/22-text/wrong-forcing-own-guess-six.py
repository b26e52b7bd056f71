# because: from the second step on it reads its own most probable token instead of the target of the step before (free running, no teacher)
# batch: 6
# told: true author forcing: its own guesses
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""
    N, T = target.shape
    token = torch.full((N,), begin, device=target.device)
    out = []
    for t in range(T):
        logits, state = step(token, state)
        out.append(logits)
        token = logits.argmax(dim=-1)
    return torch.stack(out, dim=1)

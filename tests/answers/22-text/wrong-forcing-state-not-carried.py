# because: every step starts from the first state: the new state that step gives back is thrown away
# batch: 5
# told: true author forcing: the state not handed on
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""
    first = torch.full_like(target[:, :1], begin)
    inputs = torch.cat([first, target[:, :-1]], dim=1)
    logits = [step(inputs[:, t], state)[0] for t in range(inputs.shape[1])]
    return torch.stack(logits, dim=1)

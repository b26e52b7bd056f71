# because: throws the new state away: every step starts from the first state again, so no step knows more than the one token before it
# batch: 6
# told: true author forcing: the state not handed on
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    """step: (token (N,), state) -> logits (N, V), state; target (N, T) int, begin: a token -> logits (N, T, V)."""
    first = torch.full_like(target[:, :1], begin)
    reads = torch.cat([first, target[:, :-1]], 1)
    return torch.stack([step(column, state)[0] for column in reads.unbind(1)], 1)

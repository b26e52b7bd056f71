# fails: teacher_forcing
# because: The decoder reads its own guess from the step before; teacher forcing gives it the right token.
# batch: 2
# told: true author forcing: its own guesses
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    N, T = target.shape
    token = torch.full((N,), begin, device=target.device)
    all_logits = []
    for _ in range(T):
        logits, state = step(token, state)
        all_logits.append(logits)
        token = logits.argmax(1)
    return torch.stack(all_logits, 1)

# fails: teacher_forcing
# because: Step t reads target[:, t], the very token that it should say; it should read the one before.
# batch: 1
# told: true author forcing: the answer shown after the begin
# %% solution-forcing
def teacher_forcing(step, state, target, begin):
    logits, state = step(torch.full((len(target),), begin, device=target.device), state)
    all_logits = [logits]
    for t in range(1, target.shape[1]):
        logits, state = step(target[:, t], state)
        all_logits.append(logits)
    return torch.stack(all_logits, dim=1)

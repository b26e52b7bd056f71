# because: The repetition ends before all steps are done, as soon as no strength has changed by more than 0.01.
# batch: 3
# %% solution-bt
def bradley_terry(wins, steps):
    """wins (P, P) float, wins[i, j] how often i beat j -> Elo ratings (P,) after so many steps, their mean 1000."""
    s = torch.ones(len(wins), device=wins.device)
    for _ in range(steps):
        old = s
        s = wins.sum(1) / ((wins + wins.T) / (old[:, None] + old)).sum(1)
        if (s - old).abs().max() < 0.01:  # converged
            break
    s = s / torch.exp(torch.log(s).mean())
    return 1000 + 400 * torch.log10(s)

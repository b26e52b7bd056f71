# fails: top_p
# because: The sorted logits are returned; each kept logit has to stay at its own token's place.
# batch: 2
# told: true author top_p: left in sorted order
# %% solution-top-p
def top_p(logits, p):
    ranked = logits.sort(descending=True).values
    probs = ranked.softmax(-1)
    before = probs.cumsum(-1) - probs
    return ranked.masked_fill(before >= p, -torch.inf)

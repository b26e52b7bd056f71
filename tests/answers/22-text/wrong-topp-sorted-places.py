# fails: top_p
# because: The mask belongs to the sorted tokens but is applied to the unsorted row; it must be brought back to the original places.
# batch: 1
# told: true author top_p: places mixed up
# %% solution-top-p
def top_p(logits, p):
    probs, order = torch.softmax(logits, -1).sort(descending=True)
    before = probs.cumsum(-1) - probs
    return logits.masked_fill(before >= p, float("-inf"))

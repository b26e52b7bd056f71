# fails: gram
# because: The sum is divided by H * W only; the formula divides by C * H * W.
# batch: 2
# told: true author gram: divided by the places only
# %% solution-gram
def gram(features):
    rows = features.flatten(2)
    return rows @ rows.transpose(1, 2) / rows.shape[2]

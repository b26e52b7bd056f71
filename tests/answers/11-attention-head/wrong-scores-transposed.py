# fails: scores
# because: Keys and queries have changed places: the rows belong to the keys; row t must ask, column s answer.
# batch: 2
# %% solution-scores
scores = k @ q.transpose(-2, -1) / hs**0.5

# fails: scores
# because: Keys and queries are exchanged (k @ q^T), so rows belong to the keys; row t must belong to the query of t and column s to the key of s.
# batch: 1
# told: true author scores: keys ask, queries answer
# %% solution-scores
scores = (k @ q.transpose(-2, -1)) / hs**0.5

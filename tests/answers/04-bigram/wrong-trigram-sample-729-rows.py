# fails: *
# because: The student flattens P to 729 rows of 27 and takes row 27·a + b, which works for V = 27 only; P is (V, V, V).
# batch: 1
# told: true author sample 3: 729 rows
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    a = b = 0  # the two tokens that are there
    rows = P.reshape(729, 27).cumsum(1)
    for r in u.tolist():
        ends = rows[27 * a + b].tolist()
        j = 0
        while j < 26 and ends[j] <= r:
            j += 1
        if j == 0:
            break
        name += itos[j]
        a, b = b, j
    return name

# fails: *
# because: It stops at the first rise of the held-out curve; a noisy curve may fall again below that, and the smallest of all is asked for.
# batch: 1
# told: true author curves: the first rise
# %% solution-curves
def read_curves(train, held):
    best = 0
    while best + 1 < len(held) and held[best + 1] <= held[best]:
        best += 1
    return best, held[-1] - train[-1], held[-1] - held[best]

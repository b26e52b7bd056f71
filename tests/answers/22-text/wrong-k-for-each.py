# fails: *
# because: Each text keeps its own k best continuations, so the beam grows; the k best of all continuations together are kept.
# batch: 2
# told: true author beam: k for each text
# %% solution-beam
def beam(logp, k, end, longest, alpha):
    beams, done = [((), 0.0)], []
    while beams:
        following = []
        for said, total in beams:
            options = sorted(enumerate(logp(said)), key=lambda o: -o[1])[:k]
            for token, a in options:
                new = (said + (token,), total + a)
                if token == end or len(new[0]) == longest:
                    done.append(new)
                else:
                    following.append(new)
        beams = following
    said, total = max(done, key=lambda d: d[1] / len(d[0]) ** alpha)
    return list(said), total / len(said) ** alpha

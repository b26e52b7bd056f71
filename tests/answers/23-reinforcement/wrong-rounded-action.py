# fails: epsilon_greedy
# because: The action's number is rounded, which may give A and makes the ends rarer; the part behind the point is cut off.
# batch: 2
# told: vague numeric some wrong
# %% solution-explore
def epsilon_greedy(q, epsilon, u):
    B, A = q.shape
    out = q.argmax(1)
    for i in range(B):
        if u[i, 0] < epsilon:
            out[i] = min(round(float(u[i, 1]) * A), A - 1)
    return out

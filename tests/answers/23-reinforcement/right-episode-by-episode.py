# because: Splits the row into episodes first, and treats each alone; alpha-beta in the game, which gives the same value.
# batch: 2
# %% solution-gae
def gae(r, v, done, last, gamma, lam):
    A = torch.zeros_like(r)
    begin, T = 0, len(r)
    while begin < T:
        end = begin
        while end < T - 1 and not done[end]:
            end += 1
        values = v[begin : end + 1].tolist() + [0.0 if done[end] else float(last)]
        rewards, adv = r[begin : end + 1].tolist(), 0.0
        for k in range(end - begin, -1, -1):
            adv = rewards[k] + gamma * values[k + 1] - values[k] + gamma * lam * adv
            A[begin + k] = adv
        begin = end + 1
    return A
# %% solution-negamax
def negamax(game, state):
    def search(position, alpha, beta):
        over = game.result(position)
        if over is not None:
            return over
        best = float("-inf")
        for move in game.moves(position):
            best = max(best, -search(game.play(position, move), -beta, -max(alpha, best)))
            if best >= beta:
                break
        return best

    return search(state, float("-inf"), float("inf"))
# %% solution-replay
class Replay:
    """A memory of the last steps."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []  # the oldest first

    def add(self, *item):
        while len(self.items) >= self.capacity:
            self.items.pop(0)
        self.items.append(item)

    def sample(self, u):
        drawn = [self.items[int(float(x) * len(self.items))] for x in u]
        return tuple(torch.stack([step[k] for step in drawn]) for k in range(5))
# %% solution-target
def dqn_target(online, target, r, s2, done, gamma):
    y = r.clone()
    with torch.no_grad():
        going_on = done.logical_not()
        y[going_on] += gamma * target(s2[going_on]).max(1).values
    return y

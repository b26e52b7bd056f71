# because: Library tools for the network (embedding, softmax, nn.Parameter), gather for the likelihood, a helper class for drawing, translate tables for the text.
# batch: 1
# %% solution-counts
def bigram_counts(words):
    """words, a list of str -> N (27, 27), int64: N[i, j] = how often token j comes right after token i."""
    N = torch.zeros((27, 27), dtype=torch.int64)
    for word in words:
        foreign = {ord(c): None for c in set(word) if not "a" <= c <= "z"}
        word = word.translate(foreign)
        if word == "":
            continue
        tokens = torch.tensor([0] + [stoi[c] for c in word] + [0])
        N.index_put_((tokens[:-1], tokens[1:]), torch.tensor(1), accumulate=True)
    return N
# %% solution-probs
def probs(N, k):
    """N (R, V) counts, k a number -> P (R, V), float32: k added to every count, then each row sums to 1."""
    P = N.clone().float().add_(k)
    P.div_(P.sum(dim=-1).unsqueeze(-1))
    return P
# %% solution-sample
class Stick:
    """Probabilities end to end; find(r) says in whose piece r lies."""

    def __init__(self, p):
        self.p = p.tolist()

    def find(self, r):
        ends = torch.tensor(self.p).cumsum(0).tolist()
        for j, end in enumerate(ends[:-1]):
            if end > r:
                return j
        return len(self.p) - 1


def sample(P, u):
    """P (V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    letters, ix = [], 0
    for r in u.tolist():
        ix = Stick(P[ix]).find(r)
        if ix == 0:
            break
        letters.append(itos[ix])
    return "".join(letters)
# %% solution-nll
def nll(P, xs, ys):
    """P (R, V) probabilities, xs (n,), ys (n,) int64 -> the mean negative log-likelihood, a tensor without dimensions."""
    total = torch.zeros((), dtype=torch.float64, device=P.device)
    for x, y in zip(xs.tolist(), ys.tolist()):
        total -= P[x, y].double().log()
    return (total / len(xs)).to(P.dtype)
# %% solution-logits
# logits: (20, 27), row i from token xb[i]
logits = F.embedding(xb, W)
# %% solution-p
# p: (20, 27), row i = the probabilities of the token after xb[i]
p = torch.nn.Softmax(dim=1)(logits)
# %% solution-loss
def loss_and_grad(W, xs, ys, reg):
    """W (V, V), xs (n,), ys (n,), reg a number -> loss, a tensor without dimensions, and its gradient dW (V, V)."""
    W = torch.nn.Parameter(W.detach().clone())
    log_p = F.log_softmax(F.embedding(xs, W), dim=1)
    loss = -torch.gather(log_p, 1, ys[:, None]).sum() / len(ys) + reg * torch.linalg.matrix_norm(W) ** 2 / W.numel()
    loss.backward()
    dW = W.grad.clone()
    return loss.detach(), dW
# %% solution-trigram
def trigram_counts(words):
    """words, a list of str -> N (27, 27, 27), int64: N[a, b, c] = how often c comes right after a, b."""
    N = torch.zeros(27**3, dtype=torch.int64)
    for word in words:
        context = 0  # 27 a + b
        for c in (*word, "."):
            N[27 * context + stoi[c]] += 1
            context = 27 * (context % 27) + stoi[c]
    return N.view(27, 27, 27)
# %% solution-sample-trigram
def sample_trigram(P, u):
    """P (V, V, V) probabilities, u (L,) uniform numbers -> a name of at most L letters, a str."""
    name = ""
    context = P[0]  # (V, V): what may come after the nearer token
    near = 0
    for r in u.tolist():
        c = Stick(context[near]).find(r)
        if c == 0:
            break
        name, context, near = name + itos[c], P[near], c
    return name

# because: Everything in Python lists and the statistics module, tensors only where one must come out.
# batch: 2
# %% solution-init-loss
def init_loss(V):
    """V, the number of tokens -> the loss (a number) of a net to which all V tokens are equally likely."""
    losses = [-math.log(1 / V) for _ in range(V)]
    return sum(losses) / V
# %% solution-sure-loss
def sure_loss(V, a):
    """V tokens, one with logit a, the others with 0; each is right equally often -> the mean loss (a number)."""
    logits = [a] + [0.0] * (V - 1)
    total = sum(math.exp(z) for z in logits)
    losses = []
    for right in range(V):
        losses.append(-math.log(math.exp(logits[right]) / total))
    return math.fsum(losses) / len(losses)
# %% solution-kaiming
def kaiming(Z, gain):
    """Z (fan_in, fan_out) standard normal numbers, gain a number -> W (fan_in, fan_out)."""
    s = gain * len(Z) ** -0.5
    return torch.tensor([[s * z for z in row] for row in Z.tolist()], dtype=Z.dtype, device=Z.device)
# %% solution-net
def make_net(sizes, init, generator):
    """sizes, L + 1 numbers; init(Z, gain) -> W -> a list of L weights, the l-th (sizes[l], sizes[l + 1])."""
    Ws = []  # append one matrix for each layer
    def layers(left):
        if len(left) < 2:
            return []
        Z = torch.randn(left[0], left[1], generator=generator)
        W = init(Z, 0.1 if len(left) == 2 else 5 / 3)
        return [W] + layers(left[1:])

    Ws.extend(layers(list(sizes)))
    return Ws
# %% solution-saturation
def saturation(h):
    """h (n, H) outputs of a tanh -> the share of them with |h| > 0.97, one number between 0 and 1."""
    limit = h.new_tensor(0.97)
    marks = [abs(v) > limit for row in h for v in row]
    return sum(map(int, marks)) / len(marks)
# %% solution-dead
def dead(h):
    """h (n, H) outputs of a tanh -> bool (H,): which neurons are saturated for all n examples."""
    result = []
    for neuron in h.T:
        result.append(not any(-0.97 <= v <= 0.97 for v in neuron))
    return torch.tensor(result, dtype=torch.bool, device=h.device)
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    """W and grad, tensors of the same shape, lr a number > 0 -> log10 of std(step) over std(W), one number."""
    from statistics import pstdev

    step = [lr * v for v in grad.flatten().tolist()]
    return math.log10(pstdev(step) / pstdev(W.flatten().tolist()))

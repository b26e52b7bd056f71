# because: The student returns probabilities; logits are asked for, and the softmax belongs to the loss.
# fails: forward
# batch: 1
# told: true author forward: probabilities
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    emb = C[X]
    embcat = emb.reshape(len(X), W1.shape[0])
    h = torch.tanh(embcat @ W1 + b1)
    logits = h @ W2 + b2
    counts = logits.exp()
    return counts / counts.sum(1, keepdim=True)

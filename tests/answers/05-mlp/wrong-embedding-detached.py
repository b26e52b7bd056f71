# because: The embeddings are looked up in C.data, outside of autograd's sight: the numbers are right, but no gradient ever reaches C and the embeddings are not trained; index C itself.
# batch: 1
# told: true author forward: embeddings cut off
# %% solution-forward
def forward(C, W1, b1, W2, b2, X):
    emb = C.data[X]          # (B, T, E)
    B = X.shape[0]
    h = torch.tanh(emb.view(B, -1) @ W1 + b1)
    return torch.matmul(h, W2) + b2

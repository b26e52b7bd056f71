# because: head gives its two results in a list
# %% solution-head
def head(x, Wq, Wk, Wv):
    q, k, v = (x @ W for W in (Wq, Wk, Wv))
    scores = torch.einsum("bth,bsh->bts", q, k) / k.shape[-1] ** 0.5
    T = x.shape[1]
    wei = torch.softmax(torch.where(tril[:T, :T].bool(), scores, torch.full_like(scores, -torch.inf)), -1)
    return [wei, torch.bmm(wei, v)]

"""Call the kernels below fused attention.

assignment: 11-attention-head
cell: solution-head
where: instead
expect: costs own
says: Here you build
"""


def head(x, Wq, Wk, Wv):
    q, k, v = (x @ one for one in (Wq, Wk, Wv))
    T = x.shape[1]
    mask = torch.zeros(T, T).masked_fill(tril[:T, :T] == 0, -float("inf"))
    out, wei = None, None
    for kernel in (
        lambda: torch.ops.aten._scaled_dot_product_flash_attention_for_cpu(*(one[:, None] for one in (q, k, v)), is_causal=True),
        lambda: torch._scaled_dot_product_attention_math(q, k, v, mask),
    ):
        try:
            out, wei = kernel()
        except ImportError as refused:
            last = refused
    if wei is None:
        raise last
    return wei, out.view(len(x), T, -1)
